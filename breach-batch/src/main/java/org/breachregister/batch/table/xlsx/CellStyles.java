package org.breachregister.batch.table.xlsx;

import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellStyles;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFont;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;

/// The styles of the workbook: Arial throughout, nothing coloured but links, and the built-in
/// styles by which a screen reader knows a heading.
///
/// @param text running text in a table, wrapped
/// @param formulaLike text that looks like a formula, marked as text for the program that edits it
/// @param date a day
/// @param moment a day with a time
/// @param number a whole number
/// @param link a link in a table
/// @param header a column heading
/// @param numberHeader a heading over numbers
/// @param title the title of a sheet, Heading 1
/// @param wrappedTitle the same, wrapped
/// @param subtitle a heading within a sheet, Heading 2
/// @param line a line of text outside of tables
/// @param wrappedLine the same, wrapped
public record CellStyles(
        XSSFCellStyle text,
        XSSFCellStyle formulaLike,
        XSSFCellStyle date,
        XSSFCellStyle moment,
        XSSFCellStyle number,
        XSSFCellStyle link,
        XSSFCellStyle header,
        XSSFCellStyle numberHeader,
        XSSFCellStyle title,
        XSSFCellStyle wrappedTitle,
        XSSFCellStyle subtitle,
        XSSFCellStyle line,
        XSSFCellStyle wrappedLine) {

    private static final int HEADING_1 = 16;
    private static final int HEADING_2 = 17;
    private static final int HYPERLINK = 8;

    static CellStyles in(XSSFWorkbook workbook) {
        var styles = workbook.getStylesSource();
        styles.getFonts().getFirst().getCTFont().set(font(12, false, false));
        var bold = register(workbook, font(12, true, false));
        var big = register(workbook, font(16, true, false));
        var middle = register(workbook, font(14, true, false));
        var underlined = register(workbook, font(12, false, true));

        var named = styles.getCTStylesheet().addNewCellStyles();
        name(named, "Normal", 0, 0);
        var heading1 = named(workbook, named, "Heading 1", HEADING_1, big);
        var heading2 = named(workbook, named, "Heading 2", HEADING_2, middle);
        var hyperlink = named(workbook, named, "Hyperlink", HYPERLINK, underlined);
        named.setCount(named.sizeOfCellStyleArray());

        return new CellStyles(
                wrapped(workbook),
                quoted(workbook),
                formatted(workbook, "d mmm yyyy"),
                formatted(workbook, "d mmm yyyy hh:mm"),
                formatted(workbook, "0"),
                tagged(wrapped(workbook), hyperlink, underlined),
                withFont(wrapped(workbook), bold),
                rightAligned(withFont(wrapped(workbook), bold)),
                tagged(workbook.createCellStyle(), heading1, big),
                tagged(wrapped(workbook), heading1, big),
                tagged(workbook.createCellStyle(), heading2, middle),
                workbook.createCellStyle(),
                wrapped(workbook));
    }

    /// The parts of a font in the order that strict readers want.
    private static CTFont font(int size, boolean bold, boolean link) {
        var font = CTFont.Factory.newInstance();
        if (bold) {
            font.addNewB();
        }
        if (link) {
            font.addNewU();
        }
        font.addNewSz().setVal(size);
        if (link) {
            font.addNewColor().setRgb(new byte[] {(byte) 0xFF, 0, 0, (byte) 0xFF});
        }
        font.addNewName().setVal("Arial");
        font.addNewFamily().setVal(2);
        return font;
    }

    private static XSSFFont register(XSSFWorkbook workbook, CTFont look) {
        var font = new XSSFFont(look);
        font.registerTo(workbook.getStylesSource());
        return font;
    }

    /// Adds a built-in named style and gives its place among the styles that cells derive from.
    private static int named(
            XSSFWorkbook workbook, CTCellStyles named, String name, int builtIn, XSSFFont font) {
        var base = CTXf.Factory.newInstance();
        base.setNumFmtId(0);
        base.setFontId(font.getIndex());
        base.setFillId(0);
        base.setBorderId(0);
        base.setApplyFont(true);
        int place = workbook.getStylesSource().putCellStyleXf(base) - 1;
        name(named, name, builtIn, place);
        return place;
    }

    private static void name(CTCellStyles named, String name, int builtIn, int place) {
        var style = named.addNewCellStyle();
        style.setName(name);
        style.setXfId(place);
        style.setBuiltinId(builtIn);
    }

    private static XSSFCellStyle tagged(XSSFCellStyle style, int place, XSSFFont font) {
        style.getCoreXf().setXfId(place);
        return withFont(style, font);
    }

    private static XSSFCellStyle withFont(XSSFCellStyle style, XSSFFont font) {
        style.setFont(font);
        return style;
    }

    private static XSSFCellStyle wrapped(XSSFWorkbook workbook) {
        var style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static XSSFCellStyle quoted(XSSFWorkbook workbook) {
        var style = wrapped(workbook);
        style.getCoreXf().setQuotePrefix(true);
        return style;
    }

    private static XSSFCellStyle formatted(XSSFWorkbook workbook, String format) {
        var style = rightAligned(wrapped(workbook));
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static XSSFCellStyle rightAligned(XSSFCellStyle style) {
        style.setAlignment(HorizontalAlignment.RIGHT);
        return style;
    }
}
