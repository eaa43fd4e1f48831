package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;

class HtmlPageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='display:none'>gone</p>",
                "<p style='DISPLAY : none !important'>gone</p>",
                "<p hidden>gone</p>",
                "<p style='visibility:hidden'>gone</p>",
                "<p style='font-size:0'>gone</p>",
                "<p style='font-size:0.5px'><span style='font-size:90%'>gone</span></p>",
                "<p style='opacity:0'>gone</p>",
                "<p style='mso-hide:all'>gone</p>",
                "<p style='color:#fff'>gone</p>",
                "<p style='color:#FFFFFF'><b>gone</b></p>",
                "<p style='color:rgb(255, 255, 254)'>gone</p>",
                "<font color=white>gone</font>",
                "<div style='background:#fafafa;color:white'>gone</div>",
                "<style>.x{display:none}</style><p class='y x'>gone</p>",
                "<style>/* a */ p.x , q { color: red; visibility: hidden }</style><p class=x>gone</p>",
                "<style>#x{color:white}</style><p id=x>gone</p>",
                "<svg><text>gone</text></svg>",
                "<template>gone</template>"
            })
    void leavesOutWhatIsNotSeen(String html) {
        assertThat(shown("<p>Seen.</p>" + html)).isEqualTo("Seen.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='visibility:hidden'><b style='visibility:visible'>kept</b></p>",
                "<div style='font-size:0'><p style='font-size:12pt'>kept</p></div>",
                "<p style='font-size:0.9em'>kept</p>",
                "<p style='font-size:1em'>kept</p>",
                "<p style='color:#fff'><span style='color:#000'>kept</span></p>",
                "<p style='color:#fff;background-color:#1f3864'>kept</p>",
                "<table bgcolor='#000080'><tr><td><font color='#ffffff'>kept</font></td></tr></table>",
                "<style>th{color:#fff}.t thead tr{background:navy}</style><table class=t><thead><tr><th>kept</th></tr></thead></table>",
                "<style>@media print{.x{display:none}}</style><p class=x>kept</p>",
                "<style>.a .x{display:none}</style><p class='x x'>kept</p>"
            })
    void keepsWhatIsSeen(String html) {
        assertThat(shown("<p>Seen.</p>" + html)).isEqualTo("Seen.\nkept");
    }

    @Test
    void hiddenPartsStayOutOfAPageWhoseLabelsStandOutsideItsMainContent() {
        var page =
                Samples.FORM_C
                        .replace("<main>", "<aside>")
                        .replace(
                                "</main>",
                                "<p style='color:#fff'>GONE</p><svg><text>GONE</text></svg></aside>");

        var reading = Samples.reading(page);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Report.class,
                        read -> {
                            assertThat(read.text())
                                    .doesNotContain("GONE")
                                    .contains("Puffin Census");
                            assertThat(read.report().remarks())
                                    .containsExactly(
                                            "The page has white text on white, which was left out");
                        });
    }

    @Test
    void readsAFormThatIsNestedDeep() {
        var deep = Samples.FORM_C.replace("<main>", "<main>" + "<div>".repeat(300));

        assertThat(Samples.report(deep).outputTitle()).isEqualTo("Puffin Census 2021");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table><tr><td>",
                "<dl><dt>a<dd>",
                "<header><div>",
                "<ul><li>a",
                "<b><p>",
                "<a href=x>a",
                "<p style=display:none>a",
                "<tr><td>a<td>b",
                "<script></script>"
            })
    void aPageOfOnePieceIsReadInTime(String piece) {
        var page = "<html><body><table>" + piece.repeat(900_000 / piece.length());
        var threads = ManagementFactory.getThreadMXBean();
        var from = threads.getCurrentThreadCpuTime();

        Samples.reading(page);

        // What is quadratic takes minutes.
        assertThat((threads.getCurrentThreadCpuTime() - from) / 1e9).isLessThan(6);
    }

    @Test
    void believesAPageThatSaysItsCharacters() {
        var page =
                Samples.FORM_C
                        .replace("<head>", "<head><meta charset='windows-1250'>")
                        .replace("Torquil Benbecula", "Zoë Dvořák");

        var reading = Samples.READER.read(page.getBytes(Charset.forName("windows-1250")), "x.html");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Report.class,
                        read -> assertThat(read.text()).contains("Zoë Dvořák"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsWideCharactersWithoutAMark(String charset) {
        var reading =
                Samples.READER.read(Samples.FORM_A.getBytes(Charset.forName(charset)), "x.txt");

        assertThat(reading).isInstanceOf(Reading.Report.class);
    }

    @Test
    void takesNoWordsOfALinkForATitle() {
        var page =
                Samples.FORM_A.replace(
                        "Lighthouse Keepers in Wales, June 2010 (",
                        "Lighthouse Keepers in Wales, June 2010\nLink to the collection (");

        assertThat(Samples.report(page).outputTitle())
                .isEqualTo("Lighthouse Keepers in Wales, June 2010");
        assertThat(OutputField.of("Guide to the Link to Work Scheme").title())
                .isEqualTo("Guide to the Link to Work Scheme");
    }

    private static String shown(String html) {
        return HtmlPage.of(html).body().wholeText().strip().replaceAll("Seen\\.(?=.)", "Seen.\n");
    }
}
