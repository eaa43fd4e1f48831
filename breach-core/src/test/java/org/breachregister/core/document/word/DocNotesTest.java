package org.breachregister.core.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.document.Block;
import org.junit.jupiter.api.Test;

import java.io.IOException;

class DocNotesTest {

    @Test
    void putsNotesBehindTheParagraphThatRefersToThem() throws IOException {
        assertThat(DocReader.read(document()).blocks())
                .map(block -> ((Block.Paragraph) block).text().strip())
                .containsExactly(
                        "First with note and on.",
                        "Footnote words",
                        "Second with end note.",
                        "Endnote words",
                        "Third  seen");
    }

    private static byte[] document() throws IOException {
        try (var in = DocNotesTest.class.getResourceAsStream("notes.doc")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }
}
