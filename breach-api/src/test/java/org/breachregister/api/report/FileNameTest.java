package org.breachregister.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

class FileNameTest {

    @Test
    void keepsAnHonestName() {
        var name = FileName.of("Breach report – Läkare, März (final).docx");

        assertThat(name.value()).isEqualTo("Breach report – Läkare, März (final).docx");
        assertThat(name.attachment())
                .isEqualTo(
                        "attachment; filename=\"Breach report _ Lakare, Marz (final).docx\";"
                                + " filename*=UTF-8''Breach%20report%20%E2%80%93%20L%C3%A4kare%2C%20M%C3%A4rz%20%28final%29.docx");
    }

    @Test
    void keepsTheEndingOfALongName() {
        assertThat(FileName.of("a".repeat(255) + ".DOCX").value()).hasSize(120).endsWith("a.docx");
        assertThat(FileName.of("a." + "b".repeat(500)).value()).hasSize(120);
        assertThat(FileName.of("\ud83d\udcca".repeat(200) + ".pdf").value()).hasSizeLessThan(121);
    }

    @Test
    void makesSomethingOfNothing() {
        assertThat(FileName.of("").value()).isEqualTo("document");
        assertThat(FileName.of("\0\0").value()).isEqualTo("document");
        assertThat(FileName.of("\ud800").value()).isEqualTo("_");
    }

    @RepeatedTest(200)
    void isHarmlessWhateverItIsMadeOf() {
        var seed = RandomGenerator.getDefault().nextLong();
        var random = new Random(seed);
        var dangerous = "/\\\0\r\n\t\"';:%*?<>|.\u202e\u200b\u2028 \ud800\udc00éa.docx";
        var given =
                random.ints(random.nextInt(300), 0, dangerous.length())
                        .mapToObj(i -> String.valueOf(dangerous.charAt(i)))
                        .collect(Collectors.joining());

        var name = FileName.of(given);

        assertThat(name.value())
                .as("seed " + seed)
                .isNotBlank()
                .hasSizeLessThan(125)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}/\\\\\"<>|:*?]")
                .doesNotStartWith(".")
                .doesNotEndWith(".")
                .isEqualTo(FileName.of(name.value()).value());
        assertThat(name.attachment()).matches("[ -~]+");
        assertThat(ContentDisposition.parse(name.attachment()).getFilename())
                .isEqualTo(name.value());
    }
}
