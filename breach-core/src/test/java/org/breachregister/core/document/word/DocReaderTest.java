package org.breachregister.core.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.breachregister.core.document.Packages;
import org.breachregister.core.document.UnreadableDocument;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

class DocReaderTest {

    @Test
    void readsADocumentOfLibreOffice() {
        var document = DocReader.read(Packages.lamps("doc"));

        assertThat(Packages.shown(document))
                .containsExactlyInAnyOrderElementsOf(Packages.LAMPS)
                .startsWith("H Harbour lamps")
                .endsWith("T The last line.", "T  Words of the note");
        assertThat(document.remarks())
                .containsExactlyInAnyOrderElementsOf(Packages.REMARKS_ON_LAMPS);
    }

    @Test
    void refusesMacros() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(Packages.lamps("doc")))) {
            files.getRoot().createDirectory("Macros");
            files.writeFilesystem(bytes);
        }
        refuses(bytes.toByteArray(), "macros");
    }

    @Test
    void refusesWhatIsEncrypted() throws IOException {
        refuses(changed(0x0A, 0x01), "password");
    }

    @Test
    void refusesWhatIsOlderThanWord97() throws IOException {
        refuses(changed(2, 0x65), "Word 6 or 95");
    }

    @Test
    void refusesWhatBreaksOff() {
        var bytes = Packages.lamps("doc");
        refuses(Arrays.copyOf(bytes, 2_000), "damaged");
        refuses(Arrays.copyOf(bytes, 0), "damaged");
    }

    @Test
    void neverFailsOnDamage() {
        assertThat(Packages.readDamaged(Packages.lamps("doc"), DocReader::read)).isPositive();
    }

    /// The document with a byte of its header changed.
    private static byte[] changed(int at, int value) throws IOException {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(Packages.lamps("doc")))) {
            var root = files.getRoot();
            byte[] stream;
            try (var in = root.createDocumentInputStream("WordDocument")) {
                stream = in.readAllBytes();
            }
            stream[at] = (byte) (at == 2 ? value : stream[at] | value);
            stream[at + 1] = at == 2 ? 0 : (byte) (stream[at + 1] | value);
            root.getEntryCaseInsensitive("WordDocument").delete();
            root.createDocument("WordDocument", new ByteArrayInputStream(stream));
            var bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static void refuses(byte[] content, String why) {
        assertThatThrownBy(() -> DocReader.read(content))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining(why);
    }
}
