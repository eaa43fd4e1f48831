package org.breachregister.batch.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.api.Column;
import org.breachregister.api.PracticeColumn;
import org.breachregister.api.RegisterColumn;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The description of the files says of every column what the catalogue says.
class RegisterFilesDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "register-files.md");

    @Test
    void hasTheTableOfTheRegister() throws IOException {
        assertThat(document()).contains(table(List.of(RegisterColumn.values())));
    }

    @Test
    void hasTheTableOfThePractices() throws IOException {
        assertThat(document()).contains(table(List.of(PracticeColumn.values())));
    }

    @Test
    void showsEveryWayOfWritingAPeriod() throws IOException {
        for (var form :
                List.of("2016", "2016-10", "2016-Q4", "2016-17", "2016-04-01..2016-12-31")) {
            assertThat(document()).contains("`" + form + "`");
            assertThat(Period.parse(form).text()).isEqualTo(form);
        }
    }

    private static String document() throws IOException {
        return Files.readString(DOCUMENT, StandardCharsets.UTF_8);
    }

    private static String table(List<? extends Column<?>> columns) {
        return columns.stream()
                .map(column ->
                        "| `%s` | %s | %s | %s | %s |\n"
                                .formatted(
                                        column.key(),
                                        column.label(),
                                        column.type().label(),
                                        column.description(),
                                        column.whenEmpty().orElse("Never empty.")))
                .collect(
                        Collectors.joining(
                                "",
                                "| column | name | type | what it holds | what an empty cell means |\n"
                                        + "|---|---|---|---|---|\n",
                                ""));
    }
}
