package org.breachregister.batch.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class EditionVerifierTest {

    @TempDir private Path temporary;
    private Path edition;

    @BeforeEach
    void compile() throws IOException {
        edition = Examples.edition(temporary.resolve("edition"), Examples.rows());
    }

    @Test
    void findsNothingInASoundEdition() {
        assertThat(EditionVerifier.verify(edition)).isEmpty();
    }

    @Test
    void noticesAnyChangedByteOfTheManifest() throws IOException {
        everyByteOf(edition.resolve(Manifest.FILE), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", "-practices.csv", ".json", ".xlsx"})
    void noticesAChangedByteOfAnyFile(String ending) throws IOException {
        everyByteOf(edition.resolve(Examples.FACTS.name() + ending), 13);
    }

    private void everyByteOf(Path file, int step) throws IOException {
        var sound = Files.readAllBytes(file);
        for (int at = 0; at < sound.length; at += at + step < sound.length ? step : 1) {
            for (int flip : new int[] {1, 0x20, 0x80}) {
                var damaged = sound.clone();
                damaged[at] ^= (byte) flip;
                Files.write(file, damaged);
                assertThat(EditionVerifier.verify(edition))
                        .as("byte %s of %s changed by %s", at, file.getFileName(), flip)
                        .isNotEmpty();
            }
        }
        Files.write(file, sound);
        assertThat(EditionVerifier.verify(edition)).isEmpty();
    }

    @Test
    void noticesBytesMissingAndAdded() throws IOException {
        for (var name : new String[] {Manifest.FILE, Examples.FACTS.name() + ".csv"}) {
            var file = edition.resolve(name);
            var sound = Files.readAllBytes(file);
            for (int length : new int[] {0, 1, sound.length - 1, sound.length + 1}) {
                Files.write(file, java.util.Arrays.copyOf(sound, length));
                assertThat(EditionVerifier.verify(edition))
                        .as("%s of %s bytes", name, length)
                        .isNotEmpty();
            }
            Files.write(file, sound);
        }
    }

    @Test
    void namesAFileThatIsMissing() throws IOException {
        Files.delete(edition.resolve(Examples.FACTS.name() + ".json"));

        assertThat(EditionVerifier.verify(edition))
                .containsExactly("breach-register-2016-17-v1.0.json is missing.");
    }

    @Test
    void namesAFileThatDoesNotBelong() throws IOException {
        Files.writeString(edition.resolve("extra.txt"), "?");

        assertThat(EditionVerifier.verify(edition))
                .containsExactly("extra.txt does not belong to the edition.");
    }

    @Test
    void countsTheRowsEvenWhereChecksumsWereMadeToFit() throws IOException {
        var csv = edition.resolve(Examples.FACTS.name() + ".csv");
        Files.writeString(csv, Files.readString(csv) + "BR-2016-0099\r\n");
        var listed =
                Manifest.read(Manifest.bytesIn(edition)).files().stream()
                        .map(file ->
                                file.name().equals(csv.getFileName().toString())
                                        ? new Manifest.Listed(file.name(), size(csv), sum(csv))
                                        : file)
                        .toList();
        Files.write(
                edition.resolve(Manifest.FILE),
                new Manifest(Examples.FACTS, new Manifest.Counts(4, 2, 0), listed).sealed());

        assertThat(EditionVerifier.verify(edition))
                .containsExactly("breach-register-2016-17-v1.0.csv has 5 rows instead of 4.");
    }

    @Test
    void saysWhatIsNoEdition() throws IOException {
        var empty = Files.createDirectory(temporary.resolve("empty"));

        assertThat(EditionVerifier.verify(temporary.resolve("nowhere")))
                .singleElement()
                .asString()
                .endsWith("is not a directory.");
        assertThat(EditionVerifier.verify(empty))
                .singleElement()
                .asString()
                .startsWith("There is no readable manifest.json");
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static String sum(Path file) {
        try {
            return Checksum.of(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
