package org.breachregister.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class SafeZipTest {

    @Test
    void readsWhatIsInIt() {
        try (var zip = SafeZip.open(Packages.zip("a/b.txt", "Bees", "c.txt", ""))) {
            assertThat(zip.names()).containsExactly("a/b.txt", "c.txt");
            assertThat(zip.has("d.txt")).isFalse();
            assertThat(zip.read("a/b.txt")).asString(StandardCharsets.UTF_8).isEqualTo("Bees");
            assertThatThrownBy(() -> zip.read("d.txt"))
                    .isInstanceOf(UnreadableDocument.class)
                    .hasMessageContaining("\"d.txt\" is missing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../../b", "/etc/a", "C:/a", "a/..\\b"})
    void refusesNamesThatLeadOutOfIt(String name) {
        refuses(Packages.zip(name, "x"), "leads out of it");
    }

    @Test
    void refusesTwoFilesOfOneName() {
        refuses(Packages.zip("a.xml", "1", "A.xml", "2"), "two files of one name");
    }

    @Test
    void refusesMoreFilesThanAnyDocumentHas() {
        var names = new String[2 * 5_001];
        Arrays.setAll(names, i -> i % 2 == 0 ? "f" + i : "");
        refuses(Packages.zip(names), "5001 files");
    }

    @Test
    void refusesEncryptedFiles() {
        var bytes = Packages.zip("a.xml", "text");
        bytes[directory(bytes) + 8] |= 1;
        refuses(bytes, "password");
    }

    @Test
    void refusesOverlappingFiles() {
        var bytes = Packages.zip("a.xml", "text", "b.xml", "text");
        var first = directory(bytes);
        var second = indexOf(bytes, new byte[] {'P', 'K', 1, 2}, first + 4);
        // The second file is said to stand where the first does.
        System.arraycopy(bytes, first + 42, bytes, second + 42, 4);
        refuses(bytes, "overlap");
    }

    @Test
    void refusesWhatIsSaidToUnpackToTooMuch() {
        var bytes = Packages.zip("a.xml", "text");
        bytes[directory(bytes) + 24 + 3] = 0x7F;
        refuses(bytes, "more than 100 MB");
    }

    @Test
    void refusesWhatUnpacksToTooMuchThoughItSaysOtherwise() {
        var bytes = Packages.zip("a.xml", "a".repeat(101 * 1024 * 1024));
        var directory = directory(bytes);
        bytes[directory + 24] = 4;
        bytes[directory + 25] = bytes[directory + 26] = bytes[directory + 27] = 0;
        try (var zip = SafeZip.open(bytes)) {
            assertThatThrownBy(() -> zip.read("a.xml")).isInstanceOf(UnreadableDocument.class);
        }
    }

    @Test
    void refusesUnusualPacking() {
        var bytes = Packages.zip("a.xml", "text");
        bytes[directory(bytes) + 10] = 12;
        try (var zip = SafeZip.open(bytes)) {
            assertThatThrownBy(() -> zip.read("a.xml"))
                    .isInstanceOf(UnreadableDocument.class)
                    .hasMessageContaining("unusual way");
        }
    }

    @Test
    void refusesWhatBreaksOff() {
        var bytes = Packages.zip("a.xml", "text", "b.xml", "more");
        refuses(Arrays.copyOf(bytes, bytes.length - 30), "cannot be unpacked");
        refuses(new byte[] {'P', 'K', 3, 4}, "cannot be unpacked");
    }

    private static void refuses(byte[] content, String why) {
        assertThatThrownBy(() -> SafeZip.open(content))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining(why);
    }

    /// Where the list of files starts.
    private static int directory(byte[] zip) {
        return indexOf(zip, new byte[] {'P', 'K', 1, 2}, 0);
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (var i = from; i < bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("Not there");
    }
}
