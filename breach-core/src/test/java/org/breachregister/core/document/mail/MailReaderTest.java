package org.breachregister.core.document.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachregister.core.document.UnreadableDocument;
import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

class MailReaderTest {

    @Test
    void decodesTheHeadersThatAReaderSees() {
        var message =
                read(
                        """
                        Received: from mail.example.org
                        From: =?UTF-8?Q?Si=C3=A2n_Prosser?= <sian@example.org>
                        To: Breach reports
                         <breaches@stats.example.gov.uk>
                        Subject: =?windows-1252?B?RHJhZnQg4oCTIHRhYmxl?= 3
                        Date: Wed, 24 Nov 2010 09:12:00 +0000

                        Hello.
                        """);

        assertThat(message.headers())
                .startsWith(
                        "From: Siân Prosser <sian@example.org>",
                        "To: Breach reports <breaches@stats.example.gov.uk>",
                        "Date: Wed, 24 Nov 2010 09:12:00 +0000")
                .hasSize(4);
        assertThat(body(message)).isEqualTo("Hello.\n");
    }

    @Test
    void readsQuotedPrintableInWindowsCharacters() {
        var message =
                read(
                        """
                        MIME-Version: 1.0
                        Content-Type: text/plain; charset=us-ascii
                        Content-Transfer-Encoding: quoted-printable

                        The Board=92s figures =96 all of them=
                         =96 were out.
                        """);

        assertThat(body(message)).isEqualTo("The Board’s figures – all of them – were out.\n");
    }

    @Test
    void prefersPlainTextUnlessTheOtherRenderingHasATable() {
        assertThat(body(read(alternative("<p>Rich words</p>")))).contains("Plain words");
        assertThat(body(read(alternative("<table><tr><td>Rich</td></tr></table>"))))
                .contains("Rich")
                .doesNotContain("Plain");
    }

    @Test
    void joinsLinesThatWereFolded() {
        var message =
                read(
                        """
                        MIME-Version: 1.0
                        Content-Type: text/plain; charset=utf-8; format=flowed

                        The bulletin went\s
                        out early.
                        > Who\s
                        > saw it?
                        Nobody.
                        """);

        assertThat(body(message))
                .isEqualTo("The bulletin went out early.\n> Who saw it?\nNobody.\n");
    }

    @Test
    void givesAttachmentsTheirNamesWithoutFoldersAndTricks() {
        var content =
                Base64.getEncoder().encodeToString("%PDF-".getBytes(StandardCharsets.US_ASCII));
        var message =
                read(
                        """
                        MIME-Version: 1.0
                        Content-Type: multipart/mixed; boundary=b

                        --b
                        Content-Type: text/plain

                        Attached.
                        --b
                        Content-Type: application/pdf
                        Content-Disposition: attachment; filename*=UTF-8''..%%2F..%%2Fre%%E2%%80%%AEport.pdf
                        Content-Transfer-Encoding: base64

                        %s
                        --b
                        Content-Type: image/png; name=logo.png
                        Content-Disposition: inline

                        x
                        --b--
                        """
                                .formatted(content));

        assertThat(message.attachments()).hasSize(1);
        assertThat(message.attachments().getFirst().name()).isEqualTo("report.pdf");
        assertThat(message.attachments().getFirst().content()).asString().isEqualTo("%PDF-");
        assertThat(body(message)).contains("Attached.");
    }

    @Test
    void handsOverAForwardedMessageWhole() {
        var message =
                read(
                        """
                        MIME-Version: 1.0
                        Content-Type: multipart/mixed; boundary=b

                        --b
                        Content-Type: text/plain

                        See below.
                        --b
                        Content-Type: message/rfc822

                        From: inner@example.org
                        Subject: The report

                        Inner words.
                        --b--
                        """);

        var inner = MailReader.read(message.attachments().getFirst().content());
        assertThat(inner.headers()).contains("From: inner@example.org");
        assertThat(body(inner)).contains("Inner words.");
    }

    @Test
    void refusesWhatIsSealed() {
        assertThatThrownBy(() ->
                        read(
                                "MIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMII"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("encrypted");
        assertThatThrownBy(() ->
                        read(
                                "MIME-Version: 1.0\nContent-Type: application/ms-tnef; name=winmail.dat\n\nx"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("winmail.dat");
        assertThatThrownBy(
                        () -> read("MIME-Version: 1.0\nContent-Type: application/vnd.ms-tnef\n\nx"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("winmail.dat");
        assertThatThrownBy(() ->
                        read(
                                "Subject: x\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMA0\n-----END PGP MESSAGE-----\n"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("encrypted");
    }

    @Test
    void believesADeclarationOfSevenBitCharacters() {
        var text = "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=ISO-2022-JP\r\n\r\n灯台";

        var message = MailReader.read(text.getBytes(Charset.forName("ISO-2022-JP")));

        assertThat(body(message)).isEqualTo("灯台");
    }

    @Test
    void refusesMoreTextThanIsRead() {
        var parts =
                ("--b\nContent-Type: text/plain\n\n" + "word ".repeat(8_000) + "\n").repeat(400);

        assertThatThrownBy(() ->
                        read(
                                "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                                        + parts))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("1,000,000");
    }

    @Test
    void refusesMoreNestingThanAnyMessageHas() {
        var nested = new StringBuilder("MIME-Version: 1.0\n");
        for (var i = 0; i < 3_000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        assertThatThrownBy(() -> read(nested.toString()))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("nested");
    }

    @Test
    void neverFailsOnDamage() {
        var seed = Long.getLong("test.seed", 5);
        var random = new Random(seed);
        var good =
                alternative("<table><tr><td>Rich</td></tr></table>")
                        .getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < 500; i++) {
            var bad = good.clone();
            for (var j = 0; j < 1 + random.nextInt(6); j++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(MailReader.read(bad)).as("seed %d", seed).isNotNull();
            } catch (UnreadableDocument e) {
                assertThat(e).hasMessageContaining("message");
            }
        }
    }

    private static String alternative(String page) {
        return """
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="x"

        --x
        Content-Type: text/plain; charset=utf-8

        Plain words
        --x
        Content-Type: text/html; charset=utf-8

        %s
        --x--
        """
                .formatted(page);
    }

    private static Message read(String text) {
        return MailReader.read(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String body(Message message) {
        return message.body().replace("\r\n", "\n");
    }
}
