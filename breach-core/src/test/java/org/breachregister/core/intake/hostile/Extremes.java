package org.breachregister.core.intake.hostile;

import static org.breachregister.core.intake.hostile.Report.bytes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Group 8: documents that are deeper, wider or longer than any that was meant to be read.
final class Extremes {

    private static final String GROUP = "8 extremes";
    private static final String NESTED = "nested";

    private Extremes() {}

    static Stream<Case> cases() {
        return Stream.of(deepWord(), wideWord(), characters(), pdf(), webPages(), others())
                .flatMap(cases -> cases);
    }

    private static String nested(String start, String inside, String end, int depth) {
        return start.repeat(depth) + inside + end.repeat(depth);
    }

    private static Case word(String what, String xml, String... words) {
        return Case.refused(
                GROUP, "docx, " + what, () -> Packages.word(Report.word(xml)).finish(), words);
    }

    private static Stream<Case> deepWord() {
        var run = "<w:r><w:t>a</w:t></w:r>";
        return Stream.of(
                word(
                        "10,000 tables in each other",
                        nested(
                                "<w:tbl><w:tr><w:tc>",
                                Report.wordParagraph("a"),
                                "</w:tc></w:tr></w:tbl>",
                                10_000),
                        NESTED),
                word(
                        "10,000 controls around its paragraphs",
                        nested(
                                "<w:sdt><w:sdtContent>",
                                Report.wordParagraph("a"),
                                "</w:sdtContent></w:sdt>",
                                10_000),
                        NESTED),
                word(
                        "10,000 controls around its words",
                        "<w:p>"
                                + nested(
                                        "<w:sdt><w:sdtContent>",
                                        run,
                                        "</w:sdtContent></w:sdt>",
                                        10_000)
                                + "</w:p>",
                        NESTED),
                word(
                        "10,000 insertions in each other",
                        "<w:p>" + nested("<w:ins>", run, "</w:ins>", 10_000) + "</w:p>",
                        NESTED),
                word(
                        "10,000 links in each other",
                        "<w:p>" + nested("<w:hyperlink>", run, "</w:hyperlink>", 10_000) + "</w:p>",
                        NESTED),
                word(
                        "10,000 text boxes in each other",
                        "<w:p>"
                                + nested(
                                        "<w:r><w:pict><w:txbxContent><w:p>",
                                        run,
                                        "</w:p></w:txbxContent></w:pict></w:r>",
                                        10_000)
                                + "</w:p>",
                        NESTED),
                word(
                        "10,000 fields in each other",
                        "<w:p><w:r>"
                                + "<w:fldChar w:fldCharType=\"begin\"/>".repeat(10_000)
                                + "</w:r></w:p>",
                        NESTED),
                word(
                        "10,000 simple fields in each other",
                        "<w:p>"
                                + nested(
                                        "<w:fldSimple w:instr=\"PAGE\">",
                                        run,
                                        "</w:fldSimple>",
                                        10_000)
                                + "</w:p>",
                        NESTED),
                Case.read(
                        GROUP,
                        "docx, 4,000 unknown elements in each other",
                        () ->
                                Packages.word(Report.word(nested("<w:a>", "a", "</w:a>", 4_000)))
                                        .finish(),
                        Report.TITLE),
                word(
                        "100,000 unknown elements in each other",
                        nested("<w:a>", "a", "</w:a>", 100_000)),
                Case.read(
                        GROUP,
                        "docx, styles that are based on each other in a ring",
                        () ->
                                withPart(
                                        "styles",
                                        "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>",
                                        "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr>"
                                                + run
                                                + "</w:p>"),
                        Report.TITLE),
                Case.read(
                        GROUP,
                        "docx, a footnote that is a footnote of itself",
                        () ->
                                withPart(
                                        "footnotes",
                                        "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"1\"><w:p><w:r><w:t>note</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p></w:footnote></w:footnotes>",
                                        "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"),
                        Report.TITLE));
    }

    private static byte[] withPart(String part, String xml, String body) {
        return Packages.word(Report.word(body))
                .add(
                        "word/_rels/document.xml.rels",
                        Packages.relations(Packages.relation(part, part + ".xml", false)))
                .add("word/%s.xml".formatted(part), xml)
                .finish();
    }

    private static Stream<Case> wideWord() {
        var empty = "<w:p/>";
        return Stream.of(
                word(
                        "a word of 2,000,000 letters",
                        Report.wordParagraph("a".repeat(2_000_000)),
                        "too long"),
                word(
                        "2,000,000 words",
                        "<w:p>" + "<w:r><w:t>a </w:t></w:r>".repeat(600_000) + "</w:p>",
                        "too long"),
                word("300,000 empty paragraphs", empty.repeat(300_000), "paragraphs and cells"),
                word(
                        "a row of 300,000 cells",
                        "<w:tbl><w:tr>" + "<w:tc/>".repeat(300_000) + "</w:tr></w:tbl>",
                        "paragraphs and cells"),
                Case.read(
                        GROUP,
                        "docx, a row of 16,384 cells",
                        () ->
                                Packages.word(
                                                Report.word(
                                                        "<w:tbl><w:tr>"
                                                                + "<w:tc><w:p/></w:tc>"
                                                                        .repeat(16_384)
                                                                + "</w:tr></w:tbl>"))
                                        .finish(),
                        Report.TITLE),
                Case.read(
                        GROUP,
                        "docx, a cell over a thousand million columns",
                        () ->
                                Packages.word(
                                                Report.word(
                                                        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"999999999999\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"))
                                        .finish(),
                        Report.TITLE),
                Case.read(
                        GROUP,
                        "docx, a cell of 40,000 characters",
                        () ->
                                Packages.word(
                                                Report.word(
                                                        Report.wordParagraph(
                                                                "a word ".repeat(6_000))))
                                        .finish(),
                        Report.TITLE),
                Case.read(
                        GROUP,
                        "docx, 100,000 styles",
                        () ->
                                withPart(
                                        "styles",
                                        IntStream.range(0, 100_000)
                                                .mapToObj(i ->
                                                        "<w:style w:styleId=\"s%d\"><w:basedOn w:val=\"s%d\"/></w:style>"
                                                                .formatted(i, i + 1))
                                                .collect(
                                                        Collectors.joining(
                                                                "",
                                                                "<w:styles xmlns:w=\"w\">",
                                                                "</w:styles>")),
                                        "<w:p><w:pPr><w:pStyle w:val=\"s0\"/></w:pPr></w:p>"
                                                .repeat(1_000)),
                        Report.TITLE),
                Case.answered(
                        GROUP,
                        "docx, an element with 50,000 attributes",
                        () ->
                                Packages.word(
                                                Report.word(
                                                        IntStream.range(0, 50_000)
                                                                .mapToObj("a%d=\"\""::formatted)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                " ", "<w:p ",
                                                                                "/>"))))
                                        .finish()),
                Case.answered(
                        GROUP,
                        "docx, an element with a name of a million letters",
                        () ->
                                Packages.word(Report.word("<w:" + "a".repeat(1_000_000) + "/>"))
                                        .finish()),
                Case.answered(
                        GROUP,
                        "docx, 20,000 namespaces",
                        () ->
                                Packages.word(
                                                Report.word(
                                                        IntStream.range(0, 20_000)
                                                                .mapToObj(i ->
                                                                        "<a%d:b xmlns:a%d=\"u%d\"/>"
                                                                                .formatted(i, i, i))
                                                                .collect(Collectors.joining())))
                                        .finish()));
    }

    private static Stream<Case> characters() {
        return Stream.concat(
                Stream.of(
                                "&#0;",
                                "&#1;",
                                "\u0001",
                                "\uFFFE",
                                "&#xD800;",
                                "&#x110000;",
                                "<w:t>",
                                "]]>")
                        .map(bad ->
                                Case.refused(
                                        GROUP,
                                        "docx, a character that XML forbids, "
                                                + bad.replaceAll("[^ -~]", "?"),
                                        () ->
                                                Packages.word(
                                                                Report.word(
                                                                        Report.wordParagraph(bad)))
                                                        .finish(),
                                        "damaged")),
                Stream.of(
                        Case.read(
                                GROUP,
                                "docx, an entity that nothing declares",
                                () ->
                                        Packages.word(
                                                        Report.word(
                                                                Report.wordParagraph(
                                                                        "&undeclared;")))
                                                .finish(),
                                Report.TITLE),
                        Case.answered(
                                GROUP,
                                "text, half a character in UTF-16",
                                () -> {
                                    var text =
                                            ("\uFEFF" + Report.text("?"))
                                                    .getBytes(StandardCharsets.UTF_16LE);
                                    text[text.length - 4] = 0;
                                    text[text.length - 3] = (byte) 0xD8;
                                    return text;
                                }),
                        Case.answered(
                                GROUP,
                                "text, half a character in UTF-8",
                                () ->
                                        (Report.text() + "\u00ED\u00A0\u0080")
                                                .getBytes(StandardCharsets.ISO_8859_1)),
                        Case.read(
                                GROUP,
                                "web page, half a character",
                                () -> bytes(Report.html("", "<p>&#xD800;&#55357;&#0;&#x110000;")),
                                Report.TITLE),
                        Case.read(
                                GROUP,
                                "text, 100,000 accents on one letter",
                                () -> bytes(Report.text("e" + "\u0301".repeat(100_000))),
                                Report.TITLE),
                        Case.read(
                                GROUP,
                                "text, letters that turn the line around",
                                () -> bytes(Report.text("\u202E\u2066".repeat(10_000))),
                                Report.TITLE),
                        Case.read(
                                GROUP,
                                "text, letters that grow in upper case",
                                () -> bytes(Report.text("\u00DF\u0130\u0149\uFB03".repeat(10_000))),
                                Report.TITLE)));
    }

    private static Stream<Case> pdf() {
        return Stream.of(
                Case.answered(
                        GROUP,
                        "pdf, 200,000 lists in each other",
                        () ->
                                Pdfs.report()
                                        .catalogue("/A " + nested("[", "", "]", 200_000))
                                        .finish()),
                Case.answered(
                        GROUP,
                        "pdf, 200,000 lists in each other on its page",
                        () ->
                                Pdfs.report()
                                        .drawing(nested("[", "", "]", 200_000) + " TJ")
                                        .finish()),
                Case.answered(
                        GROUP,
                        "pdf, a form that draws itself",
                        () ->
                                Pdfs.report()
                                        .page(
                                                "/Resources << /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >>")
                                        .drawing("/X Do ".repeat(100))
                                        .object(
                                                Pdfs.stream("/X Do /X Do")
                                                        .replaceFirst(
                                                                "<<",
                                                                "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"))
                                        .finish()),
                Case.answered(
                        GROUP,
                        "pdf, forms that draw two of the next each",
                        () -> {
                            var pdf =
                                    Pdfs.report()
                                            .page(
                                                    "/Resources << /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >>")
                                            .drawing("/X Do ");
                            for (var i = 7; i < 47; i++) {
                                pdf.object(
                                        Pdfs.stream("/X Do /X Do")
                                                .replaceFirst(
                                                        "<<",
                                                        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
                                                                .formatted(i)));
                            }
                            return pdf.finish();
                        }),
                Case.answered(
                        GROUP,
                        "pdf, pages in a ring",
                        () ->
                                Pdfs.file(
                                        List.of(
                                                bytes("<< /Type /Catalog /Pages 2 0 R >>"),
                                                bytes(
                                                        "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>")))),
                Case.refused(
                        GROUP,
                        "pdf, 1,000 pages",
                        () -> {
                            var objects = new ArrayList<byte[]>();
                            objects.add(bytes("<< /Type /Catalog /Pages 2 0 R >>"));
                            objects.add(
                                    bytes(
                                            "<< /Type /Pages /Count 1000 /Kids ["
                                                    + "3 0 R ".repeat(1_000)
                                                    + "] >>"));
                            objects.add(
                                    bytes("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"));
                            return Pdfs.file(objects);
                        }),
                Case.answered(
                        GROUP,
                        "pdf, a page of a million strokes",
                        () -> Pdfs.report().drawing("0 0 m 9 9 l S ".repeat(1_000_000)).finish()),
                Case.answered(
                        GROUP,
                        "pdf, a page of 100,000 boxes",
                        () ->
                                Pdfs.report()
                                        .drawing("50 50 400 700 re S ".repeat(100_000))
                                        .finish()),
                Case.answered(
                        GROUP,
                        "pdf, 900,000 words in one place",
                        () ->
                                Pdfs.report()
                                        .drawing("BT /F1 9 Tf " + "(a) Tj ".repeat(900_000) + "ET")
                                        .finish()),
                Case.answered(
                        GROUP,
                        "pdf, 300,000 words that cover each other",
                        () ->
                                Pdfs.report()
                                        .drawing(
                                                "BT /F1 9 Tf "
                                                        + "1 0 0 1 9 9 Tm (a) Tj ".repeat(300_000)
                                                        + "ET")
                                        .finish()),
                Case.answered(
                        GROUP,
                        "pdf, 300,000 states that are kept",
                        () -> Pdfs.report().drawing("q ".repeat(300_000)).finish()),
                Case.answered(
                        GROUP,
                        "pdf, a page of endless size",
                        () ->
                                Pdfs.report()
                                        .page("/MediaBox [0 0 1e38 1e38] /UserUnit 1e30 /Rotate 45")
                                        .finish()),
                Case.answered(
                        GROUP,
                        "pdf, a length of more than there is",
                        () ->
                                bytes(
                                        new String(Pdfs.report().finish(), StandardCharsets.UTF_8)
                                                .replaceFirst(
                                                        "/Length \\d+", "/Length 2147483647"))));
    }

    private static Stream<Case> webPages() {
        return Stream.of(
                        "<div>",
                        "<table><tr><td>",
                        "<ul><li>",
                        "<b>",
                        "<font>",
                        "<blockquote>",
                        "<a href=x>",
                        "<svg>",
                        "<math>",
                        "<select>",
                        "<b style=color:#fff>",
                        "<i style=display:none>",
                        "<template>",
                        "<dl><dd>",
                        "<pre>",
                        "<!-- ")
                .flatMap(piece ->
                        Stream.of(1_000, 60_000)
                                .map(times ->
                                        Case.answered(
                                                GROUP,
                                                "web page, %,d times %s".formatted(times, piece),
                                                () ->
                                                        bytes(
                                                                Report.html(
                                                                        "",
                                                                        piece.repeat(times)
                                                                                + "a")))));
    }

    private static Stream<Case> others() {
        return Stream.of(
                openDocument(
                        "10,000 tables in each other",
                        nested(
                                "<table:table><table:table-row><table:table-cell>",
                                "",
                                "</table:table-cell></table:table-row></table:table>",
                                10_000)),
                openDocument(
                        "10,000 lists in each other",
                        nested(
                                "<text:list><text:list-item>",
                                "",
                                "</text:list-item></text:list>",
                                10_000)),
                openDocument(
                        "10,000 sections in each other",
                        nested("<text:section>", "", "</text:section>", 10_000)),
                openDocument(
                        "10,000 spans in each other",
                        "<text:p>"
                                + nested("<text:span>", "", "</text:span>", 10_000)
                                + "</text:p>"),
                openDocument(
                        "2,000,000,000 spaces",
                        "<text:p>a<text:s text:c=\"2000000000\"/>b</text:p>"),
                openDocument(
                        "2,000,000,000 cells",
                        "<table:table><table:table-row table:number-rows-repeated=\"2000000000\"><table:table-cell table:number-columns-repeated=\"2000000000\"><text:p>a</text:p></table:table-cell></table:table-row></table:table>"),
                rich("100,000 groups in each other", nested("{", "a", "}", 100_000)),
                rich("100,000 groups that are never closed", "{".repeat(100_000)),
                rich("a word of two thousand million bytes", "\\bin2147483647 a"),
                rich("a number that no computer holds", "\\u99999999999999999999 \\fs-99999999999"),
                rich("10,000 tables in each other", "\\trowd\\itap1000".repeat(10_000)),
                mail("1,000 messages in each other", 1_000),
                Case.answered(
                        GROUP,
                        "message, a header of 5 MB",
                        () ->
                                bytes(
                                        Report.mail(
                                                "MIME-Version: 1.0\r\nX-A: "
                                                        + "a ".repeat(2_500_000)
                                                        + "\r\n",
                                                ""))),
                Case.answered(
                        GROUP,
                        "message, 100,000 headers",
                        () ->
                                bytes(
                                        Report.mail(
                                                "MIME-Version: 1.0\r\n"
                                                        + "X-A: b\r\n".repeat(100_000),
                                                ""))),
                Case.answered(
                        GROUP,
                        "message, 50,000 parts",
                        () ->
                                bytes(
                                        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                                                + "--b\r\nContent-Type: text/plain\r\n\r\na\r\n"
                                                        .repeat(50_000)
                                                + "--b--\r\n")));
    }

    private static Case openDocument(String what, String xml) {
        return Case.answered(
                GROUP,
                "odt, " + what,
                () -> Packages.openDocument(Report.openDocument("", xml)).finish());
    }

    private static Case rich(String what, String text) {
        return Case.answered(GROUP, "rtf, " + what, () -> bytes(Report.rich(text)));
    }

    private static Case mail(String what, int depth) {
        return Case.answered(
                GROUP,
                "message, " + what,
                () ->
                        bytes(
                                IntStream.range(0, depth)
                                        .mapToObj(i ->
                                                "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n"
                                                        .formatted(i, i))
                                        .collect(Collectors.joining())));
    }
}
