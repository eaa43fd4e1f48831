package org.breachregister.batch.table;

import org.breachregister.api.Column;
import org.breachregister.api.ColumnValue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes an OpenDocument spreadsheet (ODF 1.3) row by row, so that its size does not matter. Text
/// is always a typed text cell, so that nothing in it is ever calculated; the same input gives the
/// same bytes. Closing it finishes the package and leaves the stream open.
public final class OdsWorkbook implements AutoCloseable {

    /// A day early enough to say nothing; the first day that ZIP knows would add an extra field.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String PUBLISHER = "Breach Register";
    private static final int WIDEST = 60;
    private static final int NARROWEST = 10;
    private static final int LINE_WIDTH = 80;
    private static final double MILLIMETRES_A_CHARACTER = 2.3;
    private static final String NAMESPACES =
            " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                    + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                    + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                    + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                    + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
                    + " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
                    + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
                    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                    + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                    + " office:version=\"1.3\"";

    private final ZipOutputStream zip;
    private final Writer xml;
    private final List<String> ranges = new ArrayList<>();

    /// Begins the package.
    ///
    /// @param title the title of the whole
    /// @param at the moment that it bears
    public OdsWorkbook(OutputStream out, String title, Instant at) throws IOException {
        zip = new ZipOutputStream(out);
        stored("mimetype", MEDIA_TYPE);
        whole("META-INF/manifest.xml", manifest());
        whole("meta.xml", meta(title, at));
        whole("styles.xml", styles());
        enter("content.xml");
        xml = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content");
        xml.write(NAMESPACES);
        xml.write("><office:automatic-styles>");
        for (var width = NARROWEST; width <= LINE_WIDTH; width++) {
            xml.write(
                    "<style:style style:name=\"w%d\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"%smm\"/></style:style>"
                            .formatted(width, Math.round(width * MILLIMETRES_A_CHARACTER)));
        }
        xml.write(
                "<style:style style:name=\"r\" style:family=\"table-row\"><style:table-row-properties style:use-optimal-row-height=\"true\"/></style:style>");
        xml.write("</office:automatic-styles><office:body><office:spreadsheet>");
    }

    /// Writes a sheet of text lines in column A.
    public void lines(String name, List<SheetLine> lines) throws IOException {
        open(name);
        xml.write("<table:table-column table:style-name=\"w%d\"/>".formatted(LINE_WIDTH));
        for (var line : lines) {
            xml.write("<table:table-row table:style-name=\"r\">");
            text(
                    line.text(),
                    switch (line.level()) {
                        case 1 -> "Wrapped_20_title";
                        case 2 -> "Heading_20_2";
                        default -> "Wrapped";
                    });
            xml.write("</table:table-row>");
        }
        close(name);
    }

    /// Writes a sheet with a table of texts.
    ///
    /// @param range the name of the table
    /// @param widths characters of the longest line in each column
    public void texts(
            String name,
            String range,
            String title,
            String statement,
            List<String> headers,
            List<List<String>> rows,
            List<Integer> widths)
            throws IOException {
        begin(name, title, statement, headers, headers.stream().map(_ -> false).toList(), widths);
        for (var row : rows) {
            xml.write("<table:table-row table:style-name=\"r\">");
            for (var cell : row) {
                text(cell, "Wrapped");
            }
            xml.write("</table:table-row>");
        }
        end(name, range, headers.size(), rows.size());
    }

    /// Writes a sheet with a table.
    ///
    /// @param range the name of the table
    /// @param widths characters of the longest line in each column
    public <R> void table(
            String name,
            String range,
            String title,
            String statement,
            List<Column<R>> columns,
            Iterable<R> rows,
            List<Integer> widths)
            throws IOException {
        begin(
                name,
                title,
                statement,
                columns.stream().map(Column::key).toList(),
                columns.stream().map(OdsWorkbook::isNumber).toList(),
                widths);
        var count = 0L;
        for (var row : rows) {
            xml.write("<table:table-row table:style-name=\"r\">");
            for (var column : columns) {
                cell(column.of(row));
            }
            xml.write("</table:table-row>");
            count++;
        }
        end(name, range, columns.size(), count);
    }

    private static boolean isNumber(Column<?> column) {
        return switch (column.type()) {
            case DATE, INSTANT, INTEGER -> true;
            case TEXT, LIST, LINKS -> false;
        };
    }

    private void begin(
            String name,
            String title,
            String statement,
            List<String> headers,
            List<Boolean> numbers,
            List<Integer> widths)
            throws IOException {
        open(name);
        for (var column = 0; column < headers.size(); column++) {
            var width = Math.max(headers.get(column).length(), widths.get(column)) + 3;
            xml.write(
                    "<table:table-column table:style-name=\"w%d\"/>"
                            .formatted(Math.clamp(width, NARROWEST, WIDEST)));
        }
        xml.write("<table:table-row table:style-name=\"r\">");
        text(title, "Heading_20_1");
        xml.write("</table:table-row><table:table-row table:style-name=\"r\">");
        text(statement, "Default");
        xml.write("</table:table-row><table:table-row table:style-name=\"r\">");
        for (var column = 0; column < headers.size(); column++) {
            text(headers.get(column), numbers.get(column) ? "Number_20_header" : "Header");
        }
        xml.write("</table:table-row>");
    }

    private void end(String name, String range, int columns, long rows) throws IOException {
        if (rows == 0) {
            // A table keeps one row.
            xml.write(
                    "<table:table-row table:style-name=\"r\"><table:table-cell table:number-columns-repeated=\"%d\"/></table:table-row>"
                            .formatted(columns));
        }
        close(name);
        ranges.add(
                "<table:database-range table:name=\"%s\" table:target-range-address=\"%s.A3:%s.%s%d\" table:contains-header=\"true\" table:display-filter-buttons=\"false\"/>"
                        .formatted(range, name, name, letters(columns - 1), 3 + Math.max(rows, 1)));
    }

    private static String letters(int column) {
        return column < 26
                ? Character.toString('A' + column)
                : letters(column / 26 - 1) + letters(column % 26);
    }

    private void open(String name) throws IOException {
        xml.write("<table:table table:name=\"");
        escape(name, true);
        xml.write("\">");
    }

    private void close(String name) throws IOException {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A sheet needs a name");
        }
        xml.write("</table:table>");
    }

    private void cell(ColumnValue value) throws IOException {
        switch (value) {
            case ColumnValue.Day(var day) ->
                    typed(
                            "office:value-type=\"date\" office:date-value=\"%s\"".formatted(day),
                            "Day",
                            value.plain());
            case ColumnValue.Moment(var moment) ->
                    typed(
                            "office:value-type=\"date\" office:date-value=\"%s\""
                                    .formatted(
                                            LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
                                                    .truncatedTo(ChronoUnit.SECONDS)
                                                    .format(
                                                            java.time.format.DateTimeFormatter
                                                                    .ISO_LOCAL_DATE_TIME)),
                            "Moment",
                            value.plain());
            case ColumnValue.Whole(var number) ->
                    typed(
                            "office:value-type=\"float\" office:value=\"%d\"".formatted(number),
                            "Whole",
                            value.plain());
            case ColumnValue.Text _, ColumnValue.Texts _ -> text(value.plain(), "Wrapped");
            case ColumnValue.Missing _ -> xml.write("<table:table-cell/>");
        }
    }

    private void typed(String type, String style, String shown) throws IOException {
        xml.write(
                "<table:table-cell table:style-name=\"%s\" %s><text:p>%s</text:p></table:table-cell>"
                        .formatted(style, type, shown));
    }

    private void text(String text, String style) throws IOException {
        if (text.isEmpty()) {
            xml.write("<table:table-cell/>");
            return;
        }
        xml.write(
                "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">"
                        .formatted(style));
        for (var line : text.split("\n", -1)) {
            xml.write("<text:p>");
            escape(line, false);
            xml.write("</text:p>");
        }
        xml.write("</table:table-cell>");
    }

    /// Spaces at the start of a paragraph and after another would be folded, and tabs too.
    private void escape(String text, boolean attribute) throws IOException {
        var afterSpace = !attribute;
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            switch (c) {
                case '&' -> xml.write("&amp;");
                case '<' -> xml.write("&lt;");
                case '>' -> xml.write("&gt;");
                case '"' -> xml.write("&quot;");
                case '\t' -> xml.write(attribute ? " " : "<text:tab/>");
                case ' ' -> xml.write(afterSpace ? "<text:s/>" : " ");
                default -> xml.write(c);
            }
            afterSpace = !attribute && c == ' ';
        }
    }

    @Override
    public void close() throws IOException {
        if (!ranges.isEmpty()) {
            xml.write("<table:database-ranges>");
            for (var range : ranges) {
                xml.write(range);
            }
            xml.write("</table:database-ranges>");
        }
        xml.write("</office:spreadsheet></office:body></office:document-content>");
        xml.flush();
        zip.closeEntry();
        zip.finish();
    }

    private void stored(String name, String content) throws IOException {
        var bytes = content.getBytes(StandardCharsets.US_ASCII);
        var entry = new ZipEntry(name);
        var check = new CRC32();
        check.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(check.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private void whole(String name, String content) throws IOException {
        enter(name);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void enter(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private static String manifest() {
        var entries = new StringBuilder();
        for (var part : List.of("content.xml", "styles.xml", "meta.xml")) {
            entries.append(
                    "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"text/xml\"/>"
                            .formatted(part));
        }
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>%s</manifest:manifest>
        """
                .formatted(MEDIA_TYPE, entries);
    }

    private static String meta(String title, Instant at) {
        var moment = at.truncatedTo(ChronoUnit.SECONDS);
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document-meta%s><office:meta><meta:generator>%s</meta:generator><dc:title>%s</dc:title><meta:initial-creator>%s</meta:initial-creator><dc:creator>%s</dc:creator><meta:creation-date>%s</meta:creation-date><dc:date>%s</dc:date><dc:language>en-GB</dc:language></office:meta></office:document-meta>
        """
                .formatted(
                        NAMESPACES,
                        PUBLISHER,
                        title.replace("&", "&amp;").replace("<", "&lt;"),
                        PUBLISHER,
                        PUBLISHER,
                        moment,
                        moment);
    }

    private static String styles() {
        var named =
                style("Header", "Default", "wrap", "", "fo:font-weight=\"bold\"")
                        + style(
                                "Number_20_header",
                                "Default",
                                "wrap",
                                "end",
                                "fo:font-weight=\"bold\"")
                        + style(
                                "Heading_20_1",
                                "Default",
                                "",
                                "",
                                "fo:font-weight=\"bold\" fo:font-size=\"16pt\"")
                        + style("Wrapped_20_title", "Heading_20_1", "wrap", "", "")
                        + style(
                                "Heading_20_2",
                                "Default",
                                "",
                                "",
                                "fo:font-weight=\"bold\" fo:font-size=\"14pt\"")
                        + style("Wrapped", "Default", "wrap", "", "")
                        + style("Day", "Default", "wrap", "end", "")
                                .replace(
                                        "style:parent-style-name",
                                        "style:data-style-name=\"day\" style:parent-style-name")
                        + style("Moment", "Default", "wrap", "end", "")
                                .replace(
                                        "style:parent-style-name",
                                        "style:data-style-name=\"moment\" style:parent-style-name")
                        + style("Whole", "Default", "wrap", "end", "")
                                .replace(
                                        "style:parent-style-name",
                                        "style:data-style-name=\"whole\" style:parent-style-name");
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document-styles%s><office:styles>%s<style:style style:name="Default" style:family="table-cell"><style:table-cell-properties style:vertical-align="top"/><style:text-properties style:use-window-font-color="true" fo:font-family="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:style>%s</office:styles></office:document-styles>
        """
                .formatted(NAMESPACES, formats(), named);
    }

    private static String formats() {
        var day =
                "<number:day/><number:text> </number:text><number:month number:textual=\"true\"/><number:text> </number:text><number:year number:style=\"long\"/>";
        return "<number:date-style style:name=\"day\">"
                + day
                + "</number:date-style><number:date-style style:name=\"moment\">"
                + day
                + "<number:text> </number:text><number:hours number:style=\"long\"/><number:text>:</number:text><number:minutes number:style=\"long\"/></number:date-style>"
                + "<number:number-style style:name=\"whole\"><number:number number:decimal-places=\"0\" number:min-integer-digits=\"1\"/></number:number-style>";
    }

    private static String style(
            String name, String parent, String wrap, String align, String words) {
        return "<style:style style:name=\"%s\" style:display-name=\"%s\" style:family=\"table-cell\" style:parent-style-name=\"%s\"><style:table-cell-properties%s/>%s%s</style:style>"
                .formatted(
                        name,
                        name.replace("_20_", " "),
                        parent,
                        wrap.isEmpty() ? "" : " fo:wrap-option=\"wrap\"",
                        align.isEmpty()
                                ? ""
                                : "<style:paragraph-properties fo:text-align=\"%s\"/>"
                                        .formatted(align),
                        words.isEmpty() ? "" : "<style:text-properties %s/>".formatted(words));
    }
}
