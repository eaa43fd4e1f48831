package org.breachregister.core.document.odf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachregister.core.document.Packages;
import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

class OdtReaderTest {

    @Test
    void readsADocumentOfLibreOffice() {
        var document = OdtReader.read(Packages.lamps("odt"));

        assertThat(Packages.shown(document)).containsExactlyElementsOf(Packages.LAMPS);
        assertThat(document.remarks())
                .containsExactlyInAnyOrderElementsOf(Packages.REMARKS_ON_LAMPS);
    }

    @Test
    void readsCellsThatSpanRowsAndColumns() {
        assertThat(
                        shown(
                                """
                                <table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Wide</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
                                <table:table-row table:number-rows-repeated="900000"><table:table-cell table:number-rows-spanned="2"><text:p>Tall</text:p></table:table-cell><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>
                                <table:table-row><table:covered-table-cell/><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>\
                                """))
                .containsExactly("[2:Wide][Tall|a][^|b]");
    }

    @Test
    void readsSpacesBreaksFieldsAndLinks() {
        assertThat(
                        shown(
                                """
                                <text:p>A<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d
                                   <text:date>1 May</text:date> <text:a xlink:href="mailto:keeper@example.org?subject=x">the keeper</text:a></text:p>\
                                """))
                .containsExactly("T A   b\tc\nd 1 May the keeper keeper@example.org");
    }

    @Test
    void readsListsHeadingsSectionsAndTextBoxes() {
        assertThat(
                        shown(
                                """
                                <text:h text:outline-level="2">Head</text:h>
                                <text:list><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list></text:list-item></text:list>
                                <text:section><text:p>Within</text:p></text:section>
                                <text:section text:display="none"><text:p>Gone</text:p></text:section>
                                <text:p>Beside<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame></text:p>\
                                """))
                .containsExactly("H Head", "I One", "I Inner", "T Within", "T Beside", "T Boxed");
    }

    @Test
    void leavesOutHiddenAndWhiteTextUnlessItIsShaded() {
        var document =
                read(
                        """
                        <text:p>Seen<text:span text:style-name="hid"> no</text:span><text:span text:style-name="hidToo"> no</text:span><text:span text:style-name="white"> no</text:span></text:p>
                        <table:table><table:table-row><table:table-cell table:style-name="dark"><text:p><text:span text:style-name="white">Label</text:span></text:p></table:table-cell></table:table-row></table:table>\
                        """);

        assertThat(Packages.shown(document)).containsExactly("T Seen", "[Label]");
        assertThat(document.remarks()).hasSize(2);
    }

    @Test
    void leavesOutTrackedChangesAndEarlierVersions() {
        var document =
                OdtReader.read(
                        packed(
                                """
                                <text:tracked-changes><text:changed-region><text:deletion><text:p>nine</text:p></text:deletion></text:changed-region></text:tracked-changes>
                                <text:p>ten<text:change/><office:annotation><text:p>Is it?</text:p></office:annotation></text:p>\
                                """,
                                "Versions/Version1",
                                "x"));

        assertThat(Packages.shown(document)).containsExactly("T ten");
        assertThat(document.remarks())
                .anyMatch(remark -> remark.contains("earlier versions"))
                .anyMatch(remark -> remark.contains("tracked changes"))
                .anyMatch(remark -> remark.contains("comments"));
    }

    @Test
    void saysThatAPictureOnAnotherMachineWasNotFetched() {
        assertThat(
                        read("<text:p>x<draw:frame><draw:image xlink:href='http://192.0.2.1/a.png'/></draw:frame></text:p>")
                                .remarks())
                .singleElement()
                .asString()
                .contains("not fetched");
    }

    @Test
    void refusesMacrosAndEncryption() {
        refuses(packed("<text:p>x</text:p>", "Basic/Standard/Module1.xml", "<a/>"), "macros");
        refuses(
                packed(
                        "<text:p>x</text:p>",
                        "META-INF/manifest.xml",
                        "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"),
                "password");
    }

    @Test
    void refusesDamageNestingAndDocumentTypes() {
        refuses(Packages.zip("mimetype", "x"), "\"content.xml\" is missing");
        refuses(Packages.zip("content.xml", "<a><b></a>"), "damaged");
        refuses(Packages.zip("content.xml", "<!DOCTYPE a><a/>"), "DOCTYPE");
        refuses(
                packed(
                        "<text:list><text:list-item>".repeat(150)
                                + "</text:list-item></text:list>".repeat(150)),
                "nested");
        var bytes = Packages.lamps("odt");
        refuses(Arrays.copyOf(bytes, bytes.length / 2), "damaged");
    }

    @Test
    void neverFailsOnDamage() {
        assertThat(Packages.readDamaged(Packages.lamps("odt"), OdtReader::read)).isPositive();
    }

    private static void refuses(byte[] content, String why) {
        assertThatThrownBy(() -> OdtReader.read(content))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining(why);
    }

    private static List<String> shown(String body) {
        return Packages.shown(read(body));
    }

    private static StructuredDocument read(String body) {
        return OdtReader.read(packed(body));
    }

    private static byte[] packed(String body, String... more) {
        var content =
                """
                <office:document-content xmlns:office="office" xmlns:text="text" xmlns:table="table" xmlns:draw="draw" xmlns:xlink="xlink" xmlns:style="style" xmlns:fo="fo"><office:automatic-styles>
                <style:style style:name="hid"><style:text-properties text:display="none"/></style:style>
                <style:style style:name="hidToo" style:parent-style-name="hid"/>
                <style:style style:name="white"><style:text-properties fo:color="#ffffff"/></style:style>
                <style:style style:name="dark"><style:table-cell-properties fo:background-color="#1f3864"/></style:style>
                </office:automatic-styles><office:body><office:text>%s</office:text></office:body></office:document-content>\
                """
                        .formatted(body);
        return Packages.zip(
                Stream.concat(
                                Stream.of(
                                        "mimetype",
                                        "application/vnd.oasis.opendocument.text",
                                        "content.xml",
                                        content),
                                Arrays.stream(more))
                        .toArray(String[]::new));
    }
}
