package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.document.Packages;
import org.breachregister.core.report.SubmittedReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/// E-mail messages with a report in them or attached to them.
class MessageTest {

    private static final String TITLE = "Lighthouse Keepers in Wales, June 2010";

    @Test
    void readsAReportInTheBody() {
        var report =
                report(
                        message(
                                text(Samples.FORM_A),
                                file("x.bin", "??".getBytes(StandardCharsets.UTF_8))));

        assertThat(report.outputTitle()).isEqualTo(TITLE);
        assertThat(report.remarks())
                .containsExactly(
                        "The report is the message itself; its attachment \"x.bin\" was not read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please find the form attached.", "", " \r\n\r\n ", "\u00A0"})
    void readsAnAttachedReportBehindAnyBody(String body) {
        var report = report(message(text(body), file("lamps.docx", docx(Samples.FORM_A))));

        assertThat(report.outputTitle()).isEqualTo(TITLE);
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void readsAnAttachedReportBehindAPageThatIsOnlyMarks() {
        var page = "Content-Type: text/html\n\n<span><div>&nbsp;<br></div></span>\n";

        assertThat(report(message(page, file("lamps.docx", docx(Samples.FORM_A)))).outputTitle())
                .isEqualTo(TITLE);
    }

    @Test
    void readsAPageThatStartsWithAnyElement() {
        var page =
                "Content-Type: text/html\n\n<font face=Arial>"
                        + Samples.FORM_A
                                .lines()
                                .map(line -> "<div>" + line + "</div>\n")
                                .collect(Collectors.joining())
                        + "</font>\n";

        assertThat(report(message(page)).outputTitle()).isEqualTo(TITLE);
    }

    @Test
    void readsOneOfTwoFormatsOfAReport() {
        var report =
                report(
                        message(
                                text("Both."),
                                file("lamps.docx", docx(Samples.FORM_A)),
                                file(
                                        "lamps.txt",
                                        Samples.FORM_A.getBytes(StandardCharsets.UTF_8))));

        assertThat(report.outputTitle()).isEqualTo(TITLE);
        assertThat(report.remarks())
                .containsExactly("\"lamps.txt\" is the same report once more, and was not read");
    }

    @Test
    void refusesTwoReports() {
        assertThat(
                        refusal(
                                message(
                                        text("Two."),
                                        file("lamps.docx", docx(Samples.FORM_A)),
                                        file(
                                                "seals.md",
                                                Samples.FORM_B.getBytes(StandardCharsets.UTF_8)))))
                .contains("2 breach reports attached (lamps.docx, seals.md)");
    }

    @Test
    void readsAReportAttachedToAForwardedMessage() {
        var inner = message(text("See it."), file("lamps.docx", docx(Samples.FORM_A)));

        assertThat(
                        report(
                                        message(
                                                text("For you."),
                                                "Content-Type: message/rfc822\n\n" + inner))
                                .outputTitle())
                .isEqualTo(TITLE);
    }

    @Test
    void refusesMessagesForwardedManyTimesOver() {
        var inner = message(text(Samples.FORM_A));
        for (var i = 0; i < 4; i++) {
            inner =
                    message(
                            text("For you."),
                            "Content-Type: message/rfc822\n\n"
                                    + inner.replace("=b", "=b" + i).replace("--b", "--b" + i));
        }
        assertThat(refusal(inner)).contains("forwarded inside each other");
    }

    @Test
    void saysWhatIsWrongWithWhatIsAttached() {
        assertThat(refusal(message(text("A ZIP."), file("all.zip", Packages.zip("a.txt", "x")))))
                .contains("\"all.zip\": The content is a ZIP file, which is not read");
        assertThat(refusal(message(text("A note."), file("note.docx", docx("Only a note.")))))
                .contains("\"note.docx\" holds no breach report");
    }

    @Test
    void readsTheReportThoughTheBodyOrAnotherAttachmentCannotBeRead() {
        var report =
                report(
                        message(
                                text("\u0001\u0002\u0003\u0004"),
                                file("all.zip", Packages.zip("a.txt", "x")),
                                file("lamps.docx", docx(Samples.FORM_A))));

        assertThat(report.outputTitle()).isEqualTo(TITLE);
        assertThat(report.remarks())
                .anyMatch(remark -> remark.startsWith("Not read: the message itself"))
                .anyMatch(remark -> remark.startsWith("Not read: \"all.zip\""));
    }

    private static SubmittedReport report(String message) {
        return switch (read(message)) {
            case Reading.Report(var report, _, var type) -> {
                assertThat(type).isEqualTo("message/rfc822");
                yield report;
            }
            case Reading.NotAReport(var reason) -> throw new AssertionError(reason);
            case Reading.Unreadable(var reason) -> throw new AssertionError(reason);
        };
    }

    private static String refusal(String message) {
        return switch (read(message)) {
            case Reading.Report _ -> throw new AssertionError("Read");
            case Reading.NotAReport(var reason) -> reason;
            case Reading.Unreadable(var reason) -> reason;
        };
    }

    private static Reading read(String message) {
        return Samples.READER.read(
                message.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8), "m.eml");
    }

    private static String message(String... parts) {
        return "From: Ivo Tern <ivo@lamps.example.org>\nSubject: Form\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
                + String.join("\n--b\n", parts)
                + "\n--b--\n";
    }

    private static String text(String words) {
        return "Content-Type: text/plain; charset=utf-8\n\n" + words;
    }

    private static String file(String name, byte[] content) {
        return "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=%s\nContent-Transfer-Encoding: base64\n\n%s"
                .formatted(name, Base64.getMimeEncoder().encodeToString(content));
    }

    private static byte[] docx(String text) {
        var body =
                text.lines()
                        .map(line -> "<w:p><w:r><w:t>%s</w:t></w:r></w:p>".formatted(line))
                        .collect(Collectors.joining());
        return Packages.zip(
                "[Content_Types].xml",
                "<Types/>",
                "_rels/.rels",
                "<Relationships><Relationship Id='m' Type='x/officeDocument' Target='word/document.xml'/></Relationships>",
                "word/document.xml",
                "<w:document xmlns:w='w'><w:body>" + body + "</w:body></w:document>");
    }
}
