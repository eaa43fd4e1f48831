package org.breachregister.batch.importing;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// All that paths name, in an order that depends on nothing but names: paths as given; the files of
/// a tree by name, folder for folder, hidden ones left out; the records of a back catalogue line by
/// line.
final class Sources implements AutoCloseable {

    /// No record of a breach is longer.
    private static final int LONGEST_LINE = 4 * 1024 * 1024;

    private final List<Source> found = new ArrayList<>();
    private final Iterator<Source> files;
    private final long total;
    private @Nullable Lines open;

    Sources(List<Path> paths) {
        for (var path : paths) {
            add(path, new HashSet<>());
        }
        this.files = found.iterator();
        this.total = found.stream().mapToLong(Sources::count).sum();
    }

    /// How many there are.
    long total() {
        return total;
    }

    /// The next one, or null where there is no other.
    @Nullable Source read() {
        while (true) {
            var lines = open;
            if (lines != null) {
                var record = lines.next();
                if (record != null) {
                    return record;
                }
                close();
            }
            if (!files.hasNext()) {
                return null;
            }
            var next = files.next();
            if (!(next instanceof Source.File file) || !isBackCatalogue(file)) {
                return next;
            }
            try {
                open = new Lines(file.path());
            } catch (IOException e) {
                return new Source.Unusable(file.path(), null, reason(e));
            }
        }
    }

    @Override
    public void close() {
        var lines = open;
        open = null;
        if (lines != null) {
            lines.close();
        }
    }

    private void add(Path path, Set<Object> above) {
        if (Files.isDirectory(path)) {
            addTree(path, above);
        } else if (Files.isRegularFile(path)) {
            found.add(new Source.File(path));
        } else {
            found.add(new Source.Unusable(path, null, whyNoFile(path)));
        }
    }

    /// @param above the folders on the way here; a link back to one of them is not followed
    private void addTree(Path folder, Set<Object> above) {
        List<Path> entries;
        Object itself;
        try (var stream = Files.newDirectoryStream(folder, entry -> !isHidden(entry))) {
            itself = folder.toRealPath();
            entries = new ArrayList<>();
            stream.forEach(entries::add);
        } catch (IOException e) {
            found.add(new Source.Unusable(folder, null, reason(e)));
            return;
        }
        if (!above.add(itself)) {
            return;
        }
        entries.sort((a, b) -> nameOf(a).compareTo(nameOf(b)));
        for (var entry : entries) {
            add(entry, above);
        }
        above.remove(itself);
    }

    private static boolean isHidden(Path entry) {
        return nameOf(entry).startsWith(".");
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String whyNoFile(Path path) {
        if (Files.isSymbolicLink(path)) {
            return "It is a link that leads to no file.";
        }
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                ? "It is neither a file nor a folder."
                : "There is no such file or folder.";
    }

    /// What a person should know of an error with a file.
    static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "There is no permission to read it.";
            case NoSuchFileException _ -> "There is no such file or folder.";
            default -> "It could not be read: " + e.getMessage();
        };
    }

    private static boolean isBackCatalogue(Source.File file) {
        return nameOf(file.path()).toLowerCase(Locale.ROOT).endsWith(".jsonl");
    }

    private static long count(Source source) {
        if (!(source instanceof Source.File file) || !isBackCatalogue(file)) {
            return 1;
        }
        try (var lines = new Lines(file.path())) {
            long count = 0;
            while (lines.next() != null) {
                count++;
            }
            return count;
        } catch (IOException e) {
            return 1;
        }
    }

    /// The lines of a back catalogue that are not blank.
    private static final class Lines implements AutoCloseable {

        private final Path path;
        private final InputStream input;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long number;
        private boolean ended;

        Lines(Path path) throws IOException {
            this.path = path;
            this.input = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        }

        @Nullable Source next() {
            while (!ended) {
                number++;
                try {
                    if (!readLine()) {
                        return new Source.Unusable(
                                path, number, "The line is longer than any record of a breach.");
                    }
                    var text = decoded(line.toByteArray());
                    if (!text.isEmpty()) {
                        return new Source.Record(path, number, text);
                    }
                } catch (CharacterCodingException e) {
                    return new Source.Unusable(path, number, "The line is not in UTF-8.");
                } catch (IOException e) {
                    ended = true;
                    return new Source.Unusable(path, number, reason(e));
                }
            }
            return null;
        }

        /// Reads up to the end of the line; of one that is too long, keeps nothing.
        private boolean readLine() throws IOException {
            line.reset();
            var fits = true;
            while (true) {
                int read = input.read();
                if (read < 0) {
                    ended = true;
                    return fits;
                }
                if (read == '\n') {
                    return fits;
                }
                if (line.size() == LONGEST_LINE) {
                    fits = false;
                }
                if (fits) {
                    line.write(read);
                }
            }
        }

        private String decoded(byte[] bytes) throws CharacterCodingException {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return (number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text).strip();
        }

        @Override
        public void close() {
            try {
                input.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
