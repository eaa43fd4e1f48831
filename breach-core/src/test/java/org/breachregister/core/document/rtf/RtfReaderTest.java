package org.breachregister.core.document.rtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachregister.core.document.Packages;
import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

class RtfReaderTest {

    @Test
    void readsADocumentOfLibreOffice() {
        var document = RtfReader.read(Packages.lamps("rtf"));

        assertThat(Packages.shown(document)).containsExactlyElementsOf(Packages.LAMPS);
        assertThat(document.remarks())
                .containsExactlyInAnyOrderElementsOf(Packages.REMARKS_ON_LAMPS);
    }

    @Test
    void readsCharactersOfCodePagesAndOfUnicode() {
        assertThat(shown("The Board\\'92s lamp\\~\\emdash \\u373?r \\'e9\\par"))
                .containsExactly("T The Board’s lamp —ŵr é");
    }

    @Test
    void leavesOutHeadersPicturesAndBookmarks() {
        assertThat(
                        shown(
                                "{\\header Page top}{\\*\\bkmkstart b}{\\info{\\title T}}{\\pict 00ff}One\\par{\\*\\unknown gone}Two\\line three\\tab four\\par"))
                .containsExactly("T One", "T Two\nthree\tfour");
    }

    @Test
    void writesTheTargetOfALinkAndFollowsNoField() {
        var document =
                read(
                        "{\\field{\\*\\fldinst{ HYPERLINK \"https://a.example.org/x\" }}{\\fldrslt{Words}}}\\par"
                                + "{\\field{\\*\\fldinst{ INCLUDETEXT \"x.doc\" }}{\\fldrslt{kept}}}\\par");

        assertThat(Packages.shown(document).stream().map(String::strip))
                .containsExactly("T Words https://a.example.org/x", "T kept");
        assertThat(document.remarks()).singleElement().asString().contains("somewhere else");
    }

    @Test
    void readsTablesInTables() {
        assertThat(
                        shown(
                                "\\trowd\\cellx100\\cellx200\\pard\\intbl a\\cell\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx50\\cellx99\\nestrow}\\pard\\intbl\\itap1 b\\cell\\row\\pard After\\par"))
                .containsExactly("[a|[x|y]/b]", "T After");
    }

    @Test
    void refusesABinaryPartLongerThanTheDocument() {
        assertThatThrownBy(() -> read("{\\pict\\bin2000000000 x}"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesGroupsNestedDeeperThanAnyReportHas() {
        assertThatThrownBy(() -> read("{".repeat(20_000) + "x" + "}".repeat(20_000)))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("nested");
    }

    @Test
    void neverFailsOnDamage() {
        assertThat(Packages.readDamaged(Packages.lamps("rtf"), RtfReader::read)).isNotNegative();
    }

    private static List<String> shown(String body) {
        return Packages.shown(read(body));
    }

    private static StructuredDocument read(String body) {
        return RtfReader.read(
                ("{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Arial;}}" + body + "}")
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
