package org.breachregister.core.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachregister.core.document.Packages;
import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class DocxReaderTest {

    private static final String TYPES =
            "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    private static final String MAIN =
            relations(relation("m", "officeDocument", "word/document.xml"));

    @Test
    void readsMergedCells() {
        assertThat(
                        shown(
                                """
                                <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>%s</w:tc></w:tr>
                                <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>%s</w:tc><w:tc>%s%s</w:tc></w:tr>
                                <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>%s</w:tc></w:tr></w:tbl>\
                                """
                                        .formatted(p("Wide"), p("Tall"), p("a"), p("b"), p("c"))))
                .containsExactly("[2:Wide][Tall|a/b][^|c]");
    }

    @Test
    void readsATableInATableWithinItsCell() {
        var inner = table(row(cell(p("in one")), cell(p("in two"))));

        assertThat(shown(table(row(cell(p("Out")), cell(inner + p("after"))))))
                .containsExactly("[Out|[in one|in two]/after]");
    }

    @Test
    void readsContentControlsAtEachLevel() {
        assertThat(
                        shown(
                                control(p("Block"))
                                        + table(
                                                control(row(cell(p("Row"))))
                                                        + row(control(cell(p("Cell")))))
                                        + "<w:p>"
                                        + control(r("Ru"))
                                        + r("n")
                                        + "</w:p>"))
                .containsExactly("T Block", "[Row][Cell]", "T Run");
    }

    @Test
    void takesThePlaceholderOfAnEmptyControlForNoAnswer() {
        assertThat(
                        shown(
                                "<w:p>%s%s</w:p>"
                                        .formatted(
                                                r("Date: "),
                                                run(
                                                        "<w:rStyle w:val='PlaceholderText'/>",
                                                        "Click to enter a date"))))
                .containsExactly("T Date: ");
    }

    @Test
    void readsATextBoxOnceThoughItIsWrittenTwice() {
        var box = "<w:txbxContent>" + p("In the box") + "</w:txbxContent>";

        assertThat(
                        shown(
                                """
                                <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>%s</wps:txbx></w:drawing></mc:Choice>
                                <mc:Fallback><w:pict>%s</w:pict></mc:Fallback></mc:AlternateContent></w:r>%s</w:p>\
                                """
                                        .formatted(box, box, r("Beside it"))))
                .containsExactly("T Beside it", "T In the box");
    }

    @Test
    void writesTheTargetsOfLinksOfAllKinds() {
        var document =
                read(
                        """
                        <w:p><w:hyperlink r:id="l">%s</w:hyperlink></w:p>
                        <w:p>%s%s%s%s%s</w:p>
                        <w:p><w:fldSimple w:instr=' HYPERLINK "https://c.example.org/" '>%s</w:fldSimple></w:p>
                        <w:p><w:hyperlink r:id="l"><w:r><w:t>https://a.example.org</w:t></w:r></w:hyperlink></w:p>\
                        """
                                .formatted(
                                        r("One"),
                                        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
                                        "<w:r><w:instrText> HYPERLINK \"https://b.exam</w:instrText></w:r><w:r><w:instrText>ple.org/\" </w:instrText></w:r>",
                                        "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
                                        r("Two"),
                                        "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
                                        r("Three")),
                        relation("l", "hyperlink", "https://a.example.org/", true));

        assertThat(Packages.shown(document).stream().map(String::strip))
                .containsExactly(
                        "T One https://a.example.org/",
                        "T Two https://b.example.org/",
                        "T Three https://c.example.org/",
                        "T https://a.example.org");
    }

    @Test
    void leavesOutDeletedAndMovedWordsAndKeepsInsertedOnes() {
        var document =
                read(
                        """
                        <w:p>%s<w:del><w:r><w:delText>four</w:delText></w:r></w:del><w:ins>%s</w:ins></w:p>
                        <w:p><w:moveFrom>%s</w:moveFrom></w:p><w:p><w:moveTo>%s</w:moveTo></w:p>
                        <w:tbl>%s<w:tr><w:trPr><w:del/></w:trPr>%s</w:tr></w:tbl>\
                        """
                                .formatted(
                                        r("It was "),
                                        r("five"),
                                        r("moved"),
                                        r("moved"),
                                        row(cell(p("stays"))),
                                        cell(p("goes"))));

        assertThat(Packages.shown(document)).containsExactly("T It was five", "T moved", "[stays]");
        assertThat(document.remarks()).singleElement().asString().contains("tracked changes");
    }

    @Test
    void leavesOutHiddenAndWhiteText() {
        var document =
                read(
                        "<w:p>"
                                + r("Seen")
                                + run("<w:vanish/>", " hid1")
                                + run("<w:rStyle w:val='Secret'/>", " hid2")
                                + run("<w:vanish w:val='0'/>", " too")
                                + run("<w:color w:val='FFFFFF'/>", " hid3")
                                + "</w:p><w:p><w:pPr><w:pStyle w:val='SecretP'/></w:pPr>"
                                + r("hid4")
                                + "</w:p>"
                                + table(
                                        row(
                                                "<w:tc><w:tcPr><w:shd w:fill='1F3864'/></w:tcPr><w:p>"
                                                        + run("<w:color w:val='FFFFFF'/>", "Label")
                                                        + "</w:p></w:tc>")));

        assertThat(Packages.shown(document)).containsExactly("T Seen too", "[Label]");
        assertThat(document.remarks())
                .anyMatch(remark -> remark.contains("hidden text"))
                .anyMatch(remark -> remark.contains("white text"))
                .hasSize(2);
    }

    @Test
    void putsFootnotesBehindTheirParagraphAndLeavesOutComments() {
        var document =
                DocxReader.read(
                        packed(
                                "<w:p>"
                                        + r("Text")
                                        + "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:commentReference w:id='0'/></w:r></w:p>"
                                        + p("Next"),
                                relation("f", "footnotes", "footnotes.xml"),
                                "word/footnotes.xml",
                                "<w:footnotes xmlns:w='w'><w:footnote w:type='separator' w:id='0'>%s</w:footnote><w:footnote w:id='2'>%s</w:footnote><w:footnote w:id='3'>%s</w:footnote></w:footnotes>"
                                        .formatted(p("line"), p("The note"), p("unused"))));

        assertThat(Packages.shown(document)).containsExactly("T Text", "T The note", "T Next");
        assertThat(document.remarks())
                .containsExactly("The document has comments, which were left out");
    }

    @Test
    void tellsHeadingsAndItems() {
        assertThat(
                        shown(
                                "<w:p><w:pPr><w:pStyle w:val='H1'/></w:pPr>"
                                        + r("By style")
                                        + "</w:p>"
                                        + "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr>"
                                        + r("By outline")
                                        + "</w:p>"
                                        + "<w:p>"
                                        + run("<w:b/>", "By bold")
                                        + "</w:p>"
                                        + "<w:p>"
                                        + run("<w:b/>", "Partly")
                                        + r(" bold")
                                        + "</w:p>"
                                        + "<w:p><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr>"
                                        + r("Item")
                                        + "</w:p>"
                                        + "<w:p><w:r><w:sym w:font='Symbol' w:char='F0B7'/><w:tab/><w:t>Drawn</w:t><w:br/><w:t>item</w:t></w:r></w:p>"))
                .containsExactly(
                        "H By style",
                        "H By outline",
                        "H By bold",
                        "T Partly bold",
                        "I Item",
                        "T •\tDrawn\nitem");
    }

    @Test
    void saysWhatItDidNotFetch() {
        var document =
                DocxReader.read(
                        packed(
                                p("Words")
                                        + "<w:p><w:fldSimple w:instr='INCLUDETEXT \"\\\\\\\\192.0.2.1\\\\x\"'/></w:p>",
                                relation("s", "settings", "settings.xml"),
                                "word/_rels/settings.xml.rels",
                                relations(
                                        relation(
                                                "t",
                                                "attachedTemplate",
                                                "https://t.example.org/t.dotm",
                                                true))));

        assertThat(document.remarks())
                .anyMatch(remark -> remark.contains("template on another machine"))
                .anyMatch(remark -> remark.contains("somewhere else"));
        assertThat(Packages.shown(document)).containsExactly("T Words");
    }

    @Test
    void refusesMacros() {
        refuses(packed(p("x"), "", "word/vbaProject.bin", "x"), "macros");
        refuses(
                Packages.zip(
                        "[Content_Types].xml",
                        TYPES.replace("wordprocessingml.document", "ms-word.document.macroEnabled"),
                        "_rels/.rels",
                        MAIN,
                        "word/document.xml",
                        "<w:document xmlns:w='w'/>"),
                "macros");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <!DOCTYPE w><w:document xmlns:w='w'/> | DOCTYPE
                    <w:document xmlns:w='w'><w:body>      | damaged
                    <w:workbook xmlns:w='w'/>             | holds no Word document
                    """)
    void refusesABadMainPart(String main, String why) {
        refuses(
                Packages.zip(
                        "[Content_Types].xml",
                        TYPES,
                        "_rels/.rels",
                        MAIN,
                        "word/document.xml",
                        main),
                why);
    }

    @Test
    void refusesAPackageWithoutAMainPart() {
        refuses(
                Packages.zip("[Content_Types].xml", TYPES, "_rels/.rels", relations("")),
                "holds no Word document");
        refuses(
                Packages.zip("[Content_Types].xml", TYPES, "_rels/.rels", MAIN),
                "\"word/document.xml\" is missing");
    }

    @Test
    void refusesTablesNestedDeeperThanAnyReportHas() {
        refuses(
                packed(
                        "<w:tbl><w:tr><w:tc>".repeat(200)
                                + p("x")
                                + "</w:tc></w:tr></w:tbl>".repeat(200),
                        ""),
                "nested");
    }

    @Test
    void neverFailsOnDamage() {
        var good = packed(table(row(cell(p("Label")), cell(p("Answer")))) + p("More"), "");

        assertThat(Packages.readDamaged(good, DocxReader::read)).isPositive();
    }

    private static void refuses(byte[] content, String why) {
        assertThatThrownBy(() -> DocxReader.read(content))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining(why);
    }

    private static List<String> shown(String body) {
        return Packages.shown(read(body));
    }

    private static StructuredDocument read(String body, String... relations) {
        return DocxReader.read(packed(body, String.join("", relations)));
    }

    private static byte[] packed(String body, String relations, String... more) {
        var parts =
                new ArrayList<>(
                        List.of(
                                "[Content_Types].xml",
                                TYPES,
                                "_rels/.rels",
                                MAIN,
                                "word/document.xml",
                                "<w:document xmlns:w='w' xmlns:r='r' xmlns:mc='mc' xmlns:wps='wps'><w:body>"
                                        + body
                                        + "</w:body></w:document>",
                                "word/_rels/document.xml.rels",
                                relations(relation("st", "styles", "styles.xml") + relations),
                                "word/styles.xml",
                                """
                                <w:styles xmlns:w='w'>
                                <w:style w:styleId='H1'><w:name w:val='Heading 1'/></w:style>
                                <w:style w:styleId='Hider'><w:name w:val='hider'/><w:rPr><w:vanish/></w:rPr></w:style>
                                <w:style w:styleId='Secret'><w:name w:val='secret'/><w:basedOn w:val='Hider'/></w:style>
                                <w:style w:styleId='SecretP'><w:name w:val='secret p'/><w:rPr><w:vanish/></w:rPr></w:style>
                                </w:styles>\
                                """));
        parts.addAll(Arrays.asList(more));
        return Packages.zip(parts.toArray(String[]::new));
    }

    private static String relations(String relations) {
        return "<Relationships>" + relations + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return relation(id, type, target, false);
    }

    private static String relation(String id, String type, String target, boolean outside) {
        return "<Relationship Id='%s' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s' Target='%s'%s/>"
                .formatted(id, type, target, outside ? " TargetMode='External'" : "");
    }

    private static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    private static String r(String text) {
        return run("", text);
    }

    private static String run(String look, String text) {
        return "<w:r><w:rPr>%s</w:rPr><w:t xml:space='preserve'>%s</w:t></w:r>"
                .formatted(look, text);
    }

    private static String table(String rows) {
        return "<w:tbl>" + rows + "</w:tbl>";
    }

    private static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    private static String cell(String blocks) {
        return "<w:tc>" + blocks + "</w:tc>";
    }

    private static String control(String content) {
        return "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>"
                .formatted(content);
    }
}
