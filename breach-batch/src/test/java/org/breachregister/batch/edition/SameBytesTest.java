package org.breachregister.batch.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;

class SameBytesTest {

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir private Path directory;
    private Map<String, String> expected;

    @BeforeEach
    void compile() throws IOException {
        expected = compile("first");
    }

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void underATurkishLocale() throws IOException {
        Locale.setDefault(Locale.of("tr", "TR"));

        assertThat(compile("again")).isEqualTo(expected);
    }

    @Test
    void underALocaleWithItsOwnDigits() throws IOException {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        assertThat(compile("again")).isEqualTo(expected);
    }

    @Test
    void inAnyTimeZone() throws IOException {
        for (var name : new String[] {"Pacific/Kiritimati", "America/St_Johns", "Pacific/Niue"}) {
            TimeZone.setDefault(TimeZone.getTimeZone(name));

            assertThat(compile(name.replace('/', '-'))).as(name).isEqualTo(expected);
        }
    }

    private Map<String, String> compile(String name) throws IOException {
        var edition = Examples.edition(directory.resolve(name), Examples.rowsWithLongTexts());
        var sums = new TreeMap<String, String>();
        try (var files = Files.list(edition)) {
            for (var file : files.toList()) {
                sums.put(file.getFileName().toString(), Checksum.of(file));
            }
        }
        assertThat(sums).hasSize(5);
        return sums;
    }
}
