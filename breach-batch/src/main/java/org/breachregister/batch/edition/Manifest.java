package org.breachregister.batch.edition;

import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// What an edition's directory holds, so that it can be checked anywhere and at any time.
///
/// @param format version of this way of writing a manifest
/// @param edition name of the edition
/// @param title its title
/// @param version `1.0`, `1.1`, ...
/// @param period the period as on the command line
/// @param basis the day that decides which period a breach belongs to
/// @param asAt the moment whose register the edition shows
/// @param logPosition the last entry of the register log that was public then
/// @param logDigest the digest of that entry
/// @param counts how much there is of what
/// @param files the other files of the directory
/// @param seal SHA-256 over the bytes of the manifest with 64 zeros in this place
record Manifest(
        int format,
        String edition,
        String title,
        String version,
        String period,
        String basis,
        Instant asAt,
        long logPosition,
        String logDigest,
        Counts counts,
        List<Listed> files,
        String seal) {

    static final String FILE = "manifest.json";
    static final int FORMAT = 1;

    private static final String NO_SEAL = "0".repeat(64);
    private static final Pattern SEALED =
            Pattern.compile("(?s)(.*\n  \"seal\" : \")([0-9a-f]{64})(\"\n}\n)");

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .defaultPrettyPrinter(inLines())
                    .build();

    Manifest {
        files = List.copyOf(files);
    }

    /// The manifest of an edition, not sealed yet.
    Manifest(EditionFacts facts, Counts counts, List<Listed> files) {
        this(
                FORMAT,
                facts.name(),
                facts.title(),
                facts.version(),
                facts.period().text(),
                facts.basis().key(),
                facts.asAt(),
                facts.logPosition(),
                facts.logDigest(),
                counts,
                files,
                NO_SEAL);
    }

    /// The bytes of the file, sealed.
    byte[] sealed() {
        var unsealed = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        var seal = Checksum.of(unsealed.getBytes(StandardCharsets.UTF_8));
        var parts = SEALED.matcher(unsealed);
        if (!parts.matches()) {
            throw new IllegalStateException("The manifest has no place for its seal");
        }
        return (parts.group(1) + seal + parts.group(3)).getBytes(StandardCharsets.UTF_8);
    }

    /// Whether the bytes are those of a manifest whose seal is right.
    static boolean isSealed(byte[] bytes) {
        // Latin-1 keeps every byte, so that one that is no UTF-8 is noticed too.
        var parts = SEALED.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return parts.matches()
                && Checksum.of(
                                (parts.group(1) + NO_SEAL + parts.group(3))
                                        .getBytes(StandardCharsets.ISO_8859_1))
                        .equals(parts.group(2));
    }

    /// Reads the bytes of a sealed manifest.
    static Manifest read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, Manifest.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not a manifest: " + e.getOriginalMessage(), e);
        }
    }

    static byte[] bytesIn(Path directory) throws IOException {
        return Files.readAllBytes(directory.resolve(FILE));
    }

    /// Whether it shows the same register in the same way as an edition of these facts would.
    boolean shows(EditionFacts facts) {
        return format == FORMAT
                && period.equals(facts.period().text())
                && basis.equals(facts.basis().key())
                && asAt.equals(facts.asAt())
                && logPosition == facts.logPosition()
                && logDigest.equals(facts.logDigest());
    }

    private static DefaultPrettyPrinter inLines() {
        var indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    /// How much there is of what.
    ///
    /// @param breaches rows of the main table
    /// @param practices rows of the practices table
    /// @param undated breaches of the register that are in no period because the deciding day is
    ///   not known; 0 for the period `all`
    record Counts(long breaches, long practices, long undated) {}

    /// A file.
    record Listed(String name, long bytes, String sha256) {}
}
