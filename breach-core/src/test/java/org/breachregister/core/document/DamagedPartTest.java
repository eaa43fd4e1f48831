package org.breachregister.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class DamagedPartTest {

    private static final byte[] WORDS = "Sent at 9.30".getBytes(StandardCharsets.US_ASCII);

    @Test
    void refusesAPartWhoseWordsWereChangedByDamage() throws IOException {
        var content = stored();
        try (var zip = SafeZip.open(content)) {
            assertThat(zip.read("words")).isEqualTo(WORDS);
        }

        var text = new String(content, StandardCharsets.ISO_8859_1);
        content[text.indexOf("9.30")] = '8';

        try (var zip = SafeZip.open(content)) {
            assertThatThrownBy(() -> zip.read("words"))
                    .isInstanceOf(UnreadableDocument.class)
                    .hasMessageContaining("damaged");
        }
    }

    private static byte[] stored() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry("words");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(WORDS.length);
            var sum = new CRC32();
            sum.update(WORDS);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(WORDS);
        }
        return bytes.toByteArray();
    }
}
