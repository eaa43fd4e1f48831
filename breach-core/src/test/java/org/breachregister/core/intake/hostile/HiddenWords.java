package org.breachregister.core.intake.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Group 7: what stands in a document and is not seen by who reads it.
final class HiddenWords {

    private static final String GROUP = "7 hidden words";
    private static final String RUN = "<w:r><w:t>%s</w:t></w:r>".formatted(Case.SECRET);

    private HiddenWords() {}

    static Stream<Case> cases() {
        return Stream.of(word(), aroundWord(), pdf(), webPages(), openDocument(), rich())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> word() {
        var deleted = "words that were deleted were left out";
        return Stream.of(
                word(
                        "deleted words",
                        "<w:p><w:del w:author=\"a\"><w:r><w:delText>%s</w:delText></w:r></w:del></w:p>",
                        deleted),
                word(
                        "words that were moved away",
                        "<w:p><w:moveFrom w:author=\"a\">" + RUN + "</w:moveFrom></w:p>",
                        deleted),
                word(
                        "a row that was deleted",
                        "<w:tbl><w:tr><w:trPr><w:del w:author=\"a\"/></w:trPr><w:tc><w:p>"
                                + RUN
                                + "</w:p></w:tc></w:tr></w:tbl>",
                        deleted),
                word(
                        "hidden words",
                        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>%s</w:t></w:r></w:p>",
                        "hidden text, which was left out"),
                word(
                        "words hidden on the web",
                        "<w:p><w:r><w:rPr><w:webHidden/></w:rPr><w:t>%s</w:t></w:r></w:p>",
                        "hidden text, which was left out"),
                word(
                        "white words",
                        "<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>%s</w:t></w:r></w:p>",
                        "white text on white"),
                word(
                        "words of a field that are never shown",
                        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>COMMENTS %s</w:instrText></w:r><w:r><w:t>%s</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"),
                word(
                        "what a field was before it was changed",
                        "<w:p><w:del><w:r><w:delInstrText>%s</w:delInstrText></w:r></w:del></w:p>"),
                word(
                        "a prompt that nobody answered",
                        "<w:p><w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>%s</w:t></w:r></w:p>"),
                word(
                        "words in the properties of a picture",
                        "<w:p><w:r><w:drawing><wp:docPr xmlns:wp=\"wp\" descr=\"%s\" title=\"%s\"/></w:drawing></w:r></w:p>"),
                word(
                        "a name of a bookmark and an author",
                        "<w:p><w:bookmarkStart w:name=\"%s\"/><w:ins w:author=\"%s\"><w:r><w:t>in</w:t></w:r></w:ins></w:p>"));
    }

    private static Case word(String what, String xml, String... words) {
        return Case.read(
                GROUP,
                "docx, " + what,
                () -> Packages.word(Report.word(xml.replace("%s", Case.SECRET))).finish(),
                Stream.concat(Stream.of(Report.TITLE), Stream.of(words)).toArray(String[]::new));
    }

    private static Stream<Case> aroundWord() {
        return Stream.of(
                Case.read(
                        GROUP,
                        "docx, words that a style hides",
                        () ->
                                Packages.word(
                                                Report.word(
                                                        "<w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr>"
                                                                + RUN
                                                                + "</w:p>"))
                                        .add(
                                                "word/_rels/document.xml.rels",
                                                Packages.relations(
                                                        Packages.relation(
                                                                "styles", "styles.xml", false)))
                                        .add(
                                                "word/styles.xml",
                                                "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"a\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>")
                                        .finish(),
                        Report.TITLE,
                        "hidden text, which was left out"),
                Case.read(
                        GROUP,
                        "docx, comments",
                        () ->
                                Packages.word(
                                                Report.word(
                                                        "<w:p><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"))
                                        .add(
                                                "word/_rels/document.xml.rels",
                                                Packages.relations(
                                                        Packages.relation(
                                                                "comments", "comments.xml", false)))
                                        .add(
                                                "word/comments.xml",
                                                "<w:comments xmlns:w=\"w\"><w:comment w:id=\"1\" w:author=\"a\"><w:p>"
                                                        + RUN
                                                        + "</w:p></w:comment></w:comments>")
                                        .finish(),
                        Report.TITLE,
                        "comments, which were left out"),
                Case.read(
                        GROUP,
                        "docx, who wrote it and what they call it",
                        () -> {
                            var zip = Packages.report();
                            for (var part :
                                    List.of(
                                            "docProps/core.xml",
                                            "docProps/app.xml",
                                            "docProps/custom.xml",
                                            "word/people.xml",
                                            "word/glossary/document.xml",
                                            "word/header1.xml",
                                            "customXml/item1.xml")) {
                                zip.add(part, "<a>" + Case.SECRET + "</a>");
                            }
                            return zip.finish();
                        },
                        Report.TITLE),
                Case.read(
                        GROUP,
                        "docx, bytes between its parts and behind them",
                        () ->
                                together(
                                        Packages.report().finish(),
                                        Case.SECRET.getBytes(StandardCharsets.US_ASCII)),
                        Report.TITLE));
    }

    private static byte[] together(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static Stream<Case> pdf() {
        var shown = "BT /F1 10 Tf 60 500 Td (%s) Tj ET ".formatted(Case.SECRET);
        return Stream.of(
                pdf("words under a black box", shown + "0 g 50 490 200 30 re f"),
                pdf("words under a white box", shown + "1 g 50 490 200 30 re f"),
                pdf("white words", "1 g " + shown),
                pdf("words drawn with no colour", "BT 3 Tr ET " + shown),
                pdf("black words on a black box", "0 g 50 490 200 30 re f " + shown),
                pdf("words off the page", "1 0 0 1 2000 0 cm " + shown),
                pdf("words that are cut away", "q 0 0 5 5 re W n " + shown + " Q"),
                Case.read(
                        GROUP,
                        "pdf, a layer that is switched off",
                        () ->
                                Pdfs.report()
                                        .catalogue(
                                                "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>")
                                        .page(
                                                "/Resources << /Font << /F1 4 0 R >> /Properties << /L 6 0 R >> >>")
                                        .drawing("/OC /L BDC " + shown + " EMC")
                                        .object("<< /Type /OCG /Name (a) >>")
                                        .finish(),
                        Report.TITLE),
                Case.read(
                        GROUP,
                        "pdf, a comment",
                        () ->
                                Pdfs.report()
                                        .page(
                                                "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (%s) >>]"
                                                        .formatted(Case.SECRET))
                                        .finish(),
                        Report.TITLE,
                        "Comments on the pages were left out"),
                Case.read(
                        GROUP,
                        "pdf, who wrote it",
                        () ->
                                Pdfs.report()
                                        .catalogue(
                                                "/Metadata 6 0 R /Info << /Author (%s) >>"
                                                        .formatted(Case.SECRET))
                                        .object(Pdfs.stream("<a>" + Case.SECRET + "</a>"))
                                        .finish(),
                        Report.TITLE),
                Case.read(
                        GROUP,
                        "pdf, an earlier version of its page",
                        () -> Pdfs.report().object(Pdfs.stream(shown)).finish(),
                        Report.TITLE));
    }

    private static Case pdf(String what, String drawing) {
        return Case.read(
                GROUP, "pdf, " + what, () -> Pdfs.report().drawing(drawing).finish(), Report.TITLE);
    }

    private static Stream<Case> webPages() {
        return Stream.of(
                        "<p hidden>%s",
                        "<p style=\"display:none\">%s",
                        "<p style=\"display : none\">%s",
                        "<p style=\"DISPLAY:NONE\">%s",
                        "<p style=\"visibility:hidden\">%s",
                        "<p style=\"font-size:0\">%s",
                        "<p style=\"color:#fff\">%s",
                        "<p style=\"color:white\">%s",
                        "<p style=\"mso-hide:all\">%s",
                        "<!-- %s -->",
                        "<![CDATA[%s]]>",
                        "<!--[if mso]><p>%s</p><![endif]-->",
                        "<img alt=here title=\"%s\" data-a=\"%s\">",
                        "<input type=hidden value=\"%s\">",
                        "<dialog>%s</dialog>",
                        "<datalist><option>%s</datalist>")
                .map(piece ->
                        Case.read(
                                GROUP,
                                "web page, " + piece.replace("%s", "words"),
                                () ->
                                        Report.bytes(
                                                Report.html(
                                                        "<meta name=author content=\"%s\">"
                                                                .formatted(Case.SECRET),
                                                        piece.replace("%s", Case.SECRET))),
                                Report.TITLE));
    }

    private static Stream<Case> openDocument() {
        return Stream.of(
                        "<text:tracked-changes><text:changed-region><text:deletion><text:p>%s</text:p></text:deletion></text:changed-region></text:tracked-changes>",
                        "<text:p>a<office:annotation><dc:creator>%s</dc:creator><text:p>%s</text:p></office:annotation></text:p>",
                        "<text:p><text:span text:style-name=\"Hidden\">%s</text:span></text:p>",
                        "<text:p><text:span text:style-name=\"White\">%s</text:span></text:p>",
                        "<text:p><text:hidden-text text:is-hidden=\"true\" text:string-value=\"%s\">%s</text:hidden-text></text:p>",
                        "<text:p><text:hidden-paragraph text:is-hidden=\"true\"/>%s</text:p>",
                        "<text:section text:name=\"a\" text:display=\"none\"><text:p>%s</text:p></text:section>",
                        "<text:variable-decls><text:user-field-decl office:string-value=\"%s\" text:name=\"a\"/></text:variable-decls>")
                .map(piece ->
                        Case.read(
                                GROUP,
                                "odt, " + piece.replace("%s", "words"),
                                () ->
                                        Packages.openDocument(
                                                        Report.openDocument(
                                                                "",
                                                                piece.replace("%s", Case.SECRET)))
                                                .add("meta.xml", "<a>" + Case.SECRET + "</a>")
                                                .add("Versions/1", Case.SECRET)
                                                .finish(),
                                Report.TITLE));
    }

    private static Stream<Case> rich() {
        return Stream.of(
                        "{\\v %s}",
                        "{\\deleted %s}",
                        "{\\*\\annotation %s}",
                        "{\\info{\\author %s}}",
                        "{\\*\\nobodyknows %s}",
                        "{\\header %s}",
                        "{\\*\\bkmkstart %s}",
                        "{\\pict 00}{\\*\\datastore %s}")
                .map(piece ->
                        Case.answered(
                                GROUP,
                                "rtf, " + piece.replace("%s", "words"),
                                () -> Report.bytes(Report.rich(piece.replace("%s", Case.SECRET)))));
    }
}
