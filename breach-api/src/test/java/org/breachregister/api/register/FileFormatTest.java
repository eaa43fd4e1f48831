package org.breachregister.api.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class FileFormatTest {

    @ParameterizedTest
    @CsvSource({
        "breach-register-2016-v1.0.csv, CSV",
        "breach-register-2016-v1.0-practices.csv, PRACTICES_CSV",
        "breach-register-2016-v1.0.csv-metadata.json, CSV_METADATA",
        "breach-register-2016-v1.0.json, JSON",
        "manifest.json, MANIFEST",
        "breach-register-2016-v1.0.xlsx, XLSX",
        "breach-register-2016-v1.0.ods, ODS"
    })
    void isToldFromTheName(String name, FileFormat format) {
        assertThat(FileFormat.of(name)).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.csv",
                "a/b.csv",
                "a\\b.csv",
                ".csv",
                "-x.csv",
                "A.csv",
                "a b.csv",
                "a\u0000.csv",
                "page.html",
                "script.svg"
            })
    void isGivenOnlyToSafeNames(String name) {
        assertThat(RegisterFiles.format(name)).isNull();
    }

    @Test
    void keepsAManifestFromListingWhatLiesElsewhere() {
        var manifest =
                """
                {"files": [
                  {"name": "../../secret.csv", "bytes": 1, "sha256": "00"},
                  {"name": "good.csv", "bytes": 12, "sha256": "ab"}
                ]}\
                """;

        var files = Manifest.files(Path.of("edition"), manifest.getBytes(StandardCharsets.UTF_8));

        assertThat(files)
                .extracting(RegisterFiles.RegisterFile::name)
                .containsExactly("good.csv", "manifest.json");
        assertThat(files.getFirst().size()).isEqualTo(12);
    }
}
