package org.breachregister.batch.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class GoldenCsvTest {

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {".csv", "-practices.csv", ".json"})
    void isWrittenExactlyLikeThis(String ending) throws IOException {
        Examples.edition(directory, Examples.rows());

        var written = Files.readAllBytes(directory.resolve(Examples.FACTS.name() + ending));

        try (var golden = getClass().getResourceAsStream("/edition/register" + ending)) {
            assertThat(golden).as("golden file for %s", ending).isNotNull();
            assertThat(new String(written, StandardCharsets.UTF_8))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
