package org.breachregister.core.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.breachregister.core.document.pdf.Pages.line;
import static org.breachregister.core.document.pdf.Pages.write;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.breachregister.core.document.Block;
import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class PdfReaderTest {

    private static final String VISIBLE = "The figures were sent a day early.";

    @Test
    void readsATableWithRulingsAsLabelsAndAnswers() {
        var pdf =
                new Pages()
                        .page(page -> {
                            for (var y : new float[] {750, 710, 680}) {
                                line(page, 60, y, 500, y);
                            }
                            for (var x : new float[] {60, 180, 500}) {
                                line(page, x, 750, x, 680);
                            }
                            write(page, 66, 735, "Name of the person");
                            write(page, 66, 721, "who reports");
                            write(page, 186, 735, "Ottoline Quayle");
                            write(page, 66, 692, "Date of report");
                            write(page, 186, 692, "4 May 2021");
                        })
                        .bytes();

        assertThat(rows(PdfReader.read(pdf)))
                .containsExactly(
                        List.of("Name of the person who reports", "Ottoline Quayle"),
                        List.of("Date of report", "4 May 2021"));
    }

    @Test
    void readsLabelsBesideAnswersWithoutRulings() {
        var pdf =
                new Pages()
                        .page(page -> {
                            write(page, 60, 750, "Name of the person");
                            write(page, 60, 736, "who reports");
                            write(page, 220, 750, "Ottoline Quayle");
                            write(page, 60, 710, "Date of report");
                            write(page, 220, 710, "4 May 2021");
                            write(page, 60, 684, "Where it happened");
                            write(page, 220, 684, "In the press office");
                        })
                        .bytes();

        assertThat(rows(PdfReader.read(pdf)))
                .containsExactly(
                        List.of("Name of the person who reports", "Ottoline Quayle"),
                        List.of("Date of report", "4 May 2021"),
                        List.of("Where it happened", "In the press office"));
    }

    @Test
    void joinsARowThatGoesOnOnTheNextPage() {
        var pdf =
                new Pages()
                        .page(page -> frame(page, 120, "Reasons", "The timer was set wrongly and"))
                        .page(page -> frame(page, 760, "", "nobody had looked at it since."))
                        .bytes();

        assertThat(rows(PdfReader.read(pdf)))
                .contains(
                        List.of(
                                "Reasons",
                                "The timer was set wrongly and nobody had looked at it since."));
    }

    private static void frame(PDPageContentStream page, float y, String label, String answer)
            throws IOException {
        line(page, 60, y + 15, 350, y + 15);
        line(page, 60, y - 10, 350, y - 10);
        for (var x : new float[] {60, 180, 350}) {
            line(page, x, y + 15, x, y - 10);
        }
        if (!label.isEmpty()) {
            write(page, 66, y, label);
        }
        write(page, 186, y, answer);
    }

    @Test
    void joinsLinesOfAParagraphAndKeepsHyphens() {
        var pdf =
                new Pages()
                        .page(page -> {
                            write(page, 60, 750, "Copies were on the pre-");
                            write(page, 60, 736, "release list that is held");
                            write(page, 60, 722, "in the office.");
                        })
                        .bytes();

        assertThat(text(PdfReader.read(pdf)))
                .isEqualTo("Copies were on the pre-release list that is held in the office.");
    }

    @Test
    void leavesOutWhatABlackBoxCovers() {
        var pdf =
                new Pages()
                        .page(page -> {
                            write(page, 60, 750, VISIBLE);
                            write(page, 60, 720, "Leocadia Finch sent them.");
                            page.addRect(58, 715, 82, 16);
                            page.fill();
                        })
                        .bytes();

        var read = PdfReader.read(pdf);

        assertThat(text(read)).contains(VISIBLE).contains("sent them").doesNotContain("Finch");
        assertThat(read.remarks()).anyMatch(remark -> remark.contains("under a box"));
    }

    @Test
    void leavesOutInvisibleAndWhiteWords() {
        var pdf =
                new Pages()
                        .page(page -> {
                            write(page, 60, 750, VISIBLE);
                            page.setNonStrokingColor(1f, 1f, 1f);
                            write(page, 60, 720, "white secret");
                            page.setNonStrokingColor(0f, 0f, 0f);
                            page.setRenderingMode(RenderingMode.NEITHER);
                            write(page, 60, 690, "unseen secret");
                        })
                        .bytes();

        var read = PdfReader.read(pdf);

        assertThat(text(read)).isEqualTo(VISIBLE);
        assertThat(read.remarks()).hasSize(2);
    }

    @Test
    void readsWhiteWordsOnADarkHeading() {
        var pdf =
                new Pages()
                        .page(page -> {
                            page.addRect(50, 740, 300, 30);
                            page.fill();
                            page.setNonStrokingColor(1f, 1f, 1f);
                            write(page, 60, 750, VISIBLE);
                        })
                        .bytes();

        assertThat(text(PdfReader.read(pdf))).isEqualTo(VISIBLE);
    }

    @Test
    void leavesOutHeadersAndPageNumbers() {
        var pages = new Pages();
        for (var number = 1; number < 4; number++) {
            var own = "Paragraph " + "abc".charAt(number - 1) + " of the account.";
            var foot = "Page " + number + " of 3";
            pages.page(page -> {
                write(page, 60, 810, "Register office");
                write(page, 60, 700, own);
                write(page, 280, 30, foot);
            });
        }

        assertThat(text(PdfReader.read(pages.bytes())))
                .contains("Paragraph a", "Paragraph c")
                .doesNotContain("Register office")
                .doesNotContain("Page 1");
    }

    @Test
    void writesALinkWholeWhereItsWordsAreBroken() throws IOException {
        var pages =
                new Pages()
                        .page(page -> {
                            write(page, 60, 750, "https://stats.example/a-");
                            write(page, 60, 736, "long-page");
                        });
        for (var y : new float[] {748, 734}) {
            var link = new PDAnnotationLink();
            link.setRectangle(new PDRectangle(60, y, 200, 12));
            var action = new PDActionURI();
            action.setURI("https://stats.example/a-long-page");
            link.setAction(action);
            pages.document.getPage(0).getAnnotations().add(link);
        }

        assertThat(text(PdfReader.read(pages.bytes())))
                .isEqualTo("https://stats.example/a-long-page");
    }

    @Test
    void refusesWhatNeedsAPassword() throws IOException {
        var pages = new Pages().page(page -> write(page, 60, 750, VISIBLE));
        pages.document.protect(
                new StandardProtectionPolicy("owner", "reader", new AccessPermission()));

        assertRefused(pages.bytes(), "password");
    }

    @Test
    void readsWhatForbidsCopyingButNeedsNoPassword() throws IOException {
        var pages = new Pages().page(page -> write(page, 60, 750, VISIBLE));
        var permission = new AccessPermission();
        permission.setCanExtractContent(false);
        pages.document.protect(new StandardProtectionPolicy("owner", "", permission));

        var read = PdfReader.read(pages.bytes());

        assertThat(text(read)).isEqualTo(VISIBLE);
        assertThat(read.remarks()).anyMatch(remark -> remark.contains("screen reader"));
    }

    @Test
    void refusesADocumentWithoutPagesOrText() {
        assertRefused(new Pages().bytes(), "no pages");
        assertRefused(new Pages().page(_ -> {}).bytes(), "no text");
        assertRefused("%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8), "damaged");
    }

    @Test
    void refusesMoreThan300Pages() {
        var pages = new Pages();
        for (var i = 0; i < 301; i++) {
            pages.page(_ -> {});
        }

        assertRefused(pages.bytes(), "300 pages");
    }

    @Test
    void refusesAPageThatUnpacksToFarTooMuch() throws IOException {
        var pages = new Pages().page(_ -> {});
        var stream = new PDStream(pages.document);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            var spaces = new byte[1024 * 1024];
            Arrays.fill(spaces, (byte) ' ');
            for (var i = 0; i < 110; i++) {
                out.write(spaces);
            }
        }
        pages.document.getPage(0).setContents(stream);

        assertRefused(pages.bytes(), "unpacks to more than");
    }

    @Test
    void readsOrRefusesWhateverBytesAreChanged() {
        var pdf =
                new Pages()
                        .page(page -> frame(page, 700, "Reasons", "The timer was set wrongly."))
                        .bytes();
        var seed = Long.getLong("test.seed", 20_210_504L);
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            var changed = pdf.clone();
            for (var j = random.nextInt(1, 20); j > 0; j--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                PdfReader.read(changed);
            } catch (UnreadableDocument e) {
                assertThat(e.getMessage()).as("seed %d", seed).isNotBlank();
            }
        }
    }

    private static void assertRefused(byte[] pdf, String words) {
        assertThatThrownBy(() -> PdfReader.read(pdf))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining(words);
    }

    private static List<List<String>> rows(StructuredDocument document) {
        return document.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .flatMap(table -> table.rows().stream())
                .map(row -> row.cells().stream().map(cell -> text(cell.blocks())).toList())
                .toList();
    }

    private static String text(StructuredDocument document) {
        return text(document.blocks());
    }

    private static String text(List<Block> blocks) {
        return blocks.stream()
                .map(block ->
                        block instanceof Block.Paragraph paragraph ? paragraph.text() : "[table]")
                .collect(Collectors.joining("\n"));
    }
}
