package org.breachregister.batch.table.xlsx;

import org.apache.poi.ss.util.CellReference;
import org.breachregister.api.FormulaText;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// Writes the rows of a worksheet one after the other. Text is always a typed text cell, so that
/// nothing in it is ever calculated.
final class RowXml {

    /// The first day that spreadsheet programs agree about.
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final Instant FIRST_MOMENT = startOf(FIRST_DAY);
    private static final Instant END_OF_TIME = startOf(LAST_DAY);
    private static final Instant MOMENT_ZERO = startOf(DAY_ZERO);
    private static final double SECONDS_A_DAY = 86_400;

    /// What a reader would take for an escaped character.
    private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Writer out;
    private final CellStyles styles;
    private final String[] letters;
    private long row;

    /// @param row number of the row before the first
    RowXml(Writer out, CellStyles styles, int columns, long row) {
        this.out = out;
        this.styles = styles;
        this.row = row;
        letters = new String[columns];
        for (int column = 0; column < columns; column++) {
            letters[column] = CellReference.convertNumToColString(column);
        }
    }

    void start() throws IOException {
        row++;
        out.write("<row r=\"" + row + "\">");
    }

    void end() throws IOException {
        out.write("</row>");
    }

    long number() {
        return row;
    }

    String reference(int column) {
        return letters[column] + row;
    }

    void text(int column, String text) throws IOException {
        text(
                column,
                text,
                FormulaText.isFormulaLike(text)
                        ? styles.formulaLike().getIndex()
                        : styles.text().getIndex());
    }

    void link(int column, String address) throws IOException {
        text(column, address, styles.link().getIndex());
    }

    void number(int column, long number) throws IOException {
        value(column, Long.toString(number), styles.number().getIndex());
    }

    void day(int column, LocalDate day) throws IOException {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            text(column, day.toString());
        } else {
            value(
                    column,
                    Long.toString(ChronoUnit.DAYS.between(DAY_ZERO, day)),
                    styles.date().getIndex());
        }
    }

    void moment(int column, Instant moment) throws IOException {
        if (moment.isBefore(FIRST_MOMENT) || !moment.isBefore(END_OF_TIME)) {
            text(column, moment.toString());
        } else {
            double days = ChronoUnit.SECONDS.between(MOMENT_ZERO, moment) / SECONDS_A_DAY;
            value(column, Double.toString(days), styles.moment().getIndex());
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void value(int column, String value, int style) throws IOException {
        out.write(
                "<c r=\"" + reference(column) + "\" s=\"" + style + "\"><v>" + value + "</v></c>");
    }

    private void text(int column, String text, int style) throws IOException {
        out.write(
                "<c r=\""
                        + reference(column)
                        + "\" s=\""
                        + style
                        + "\" t=\"inlineStr\"><is><t"
                        + " xml:space=\"preserve\">");
        escape(text.indexOf("_x") < 0 ? text : ESCAPE_LIKE.matcher(text).replaceAll("_x005F_"));
        out.write("</t></is></c>");
    }

    private void escape(String text) throws IOException {
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            var replacement =
                    switch (text.charAt(at)) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        default -> "";
                    };
            if (!replacement.isEmpty()) {
                out.write(text, done, at - done);
                out.write(replacement);
                done = at + 1;
            }
        }
        out.write(text, done, text.length() - done);
    }
}
