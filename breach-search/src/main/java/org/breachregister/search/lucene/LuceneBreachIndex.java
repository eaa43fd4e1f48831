package org.breachregister.search.lucene;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.search.Facet;
import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// The index of the embedded engine on disk, as its keeper sees it. One update at a time can be
/// under way, in whichever process; what it changed is seen as a whole or not at all, and together
/// with the mark that says how far the index has come.
public final class LuceneBreachIndex {

    private static final String LAYOUT = "1";

    private final Generations generations;
    private final BreachDocument documents;
    private final String makeup;

    public LuceneBreachIndex(Path index, CodeOfPractice code, Producers producers) {
        this.generations = new Generations(index);
        this.documents = new BreachDocument(code, producers);
        this.makeup = makeup(code, producers);
    }

    /// How far an index has come.
    ///
    /// @param position the last position of the register log that it has seen
    /// @param through it has seen everything up to `position` that was public at this moment
    /// @param digest the log's digest at `position`
    public record Mark(long position, Instant through, String digest) {

        /// Nothing seen.
        public static final Mark START = new Mark(0, Instant.EPOCH, "");
    }

    /// An index that is there.
    ///
    /// @param generation its generation
    /// @param mark how far it has come
    /// @param breaches how many breaches it holds
    /// @param fits whether this program's editions of the Code and producers made it
    public record Standing(String generation, Mark mark, long breaches, boolean fits) {}

    /// Where the index stands; empty where there is none that can be used.
    public Optional<Standing> standing() {
        try {
            var generation = generations.current().orElse(null);
            if (generation == null || !Files.isDirectory(generations.directory(generation))) {
                return Optional.empty();
            }
            try (var directory = FSDirectory.open(generations.directory(generation))) {
                var infos = SegmentInfos.readLatestCommit(directory);
                long breaches = 0;
                for (var segment : infos) {
                    breaches += segment.info.maxDoc() - segment.getDelCount();
                }
                var data = infos.getUserData();
                var mark = markIn(data);
                return mark == null
                        ? Optional.empty()
                        : Optional.of(
                                new Standing(
                                        generation,
                                        mark,
                                        breaches,
                                        makeup.equals(data.get("makeup"))));
            }
        } catch (IOException e) {
            return unless(isDamage(e), e);
        }
    }

    /// Reads the whole index through; false where its bytes are damaged.
    public boolean isIntact(Standing standing) {
        try (var directory = FSDirectory.open(generations.directory(standing.generation()));
                var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return true;
        } catch (IOException e) {
            if (isDamage(e)) {
                return false;
            }
            throw new UncheckedIOException(e);
        }
    }

    /// Starts to update the index; empty where another update is under way, or where the index has
    /// just been replaced.
    public Optional<Update> update() {
        try {
            var generation = generations.current().orElse(null);
            if (generation == null || !Files.isDirectory(generations.directory(generation))) {
                return Optional.empty();
            }
            var update = new Update(generation, OpenMode.APPEND, null);
            if (generations.current().equals(Optional.of(generation))) {
                return Optional.of(update);
            }
            update.close();
            return Optional.empty();
        } catch (LockObtainFailedException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Starts to build a new index, which takes the old one's place when it is committed; empty
    /// where another one is being built.
    public Optional<Update> replacement() {
        try {
            Files.createDirectories(generations.index());
            var directory = FSDirectory.open(generations.index());
            var lock = directory.obtainLock("generations.lock");
            try {
                return Optional.of(
                        new Update(
                                generations.next(),
                                OpenMode.CREATE,
                                new Building(directory, lock)));
            } catch (IOException | RuntimeException e) {
                lock.close();
                directory.close();
                throw e;
            }
        } catch (LockObtainFailedException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Thrown where the bytes of the index make no sense; it has to be replaced.
    public static final class Damaged extends IllegalStateException {

        Damaged(Throwable cause) {
            super(
                    "The search index is damaged and has to be rebuilt: " + cause.getMessage(),
                    cause);
        }
    }

    /// What is held while a new generation is built.
    private record Building(Directory directory, Lock lock) {}

    /// Changes that become visible together. Closing without a commit leaves the index as it was.
    public final class Update implements AutoCloseable {

        private final String generation;
        private final @Nullable Building building;
        private final Directory directory;
        private final IndexWriter writer;

        private Update(String generation, OpenMode mode, @Nullable Building building)
                throws IOException {
            this.generation = generation;
            this.building = building;
            this.directory = FSDirectory.open(generations.directory(generation));
            try {
                this.writer =
                        new IndexWriter(
                                directory,
                                new IndexWriterConfig(new BreachAnalyzer())
                                        .setOpenMode(mode)
                                        .setCommitOnClose(false)
                                        // Merges are part of the update, not left to a writer that
                                        // is gone.
                                        .setMergeScheduler(new SerialMergeScheduler())
                                        .setRAMBufferSizeMB(64));
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        }

        /// How far the index had come when the update started.
        public Mark mark() {
            var data = new HashMap<String, String>();
            var committed = writer.getLiveCommitData();
            if (committed != null) {
                committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
            }
            var mark = markIn(data);
            return mark == null ? Mark.START : mark;
        }

        /// Puts a breach into the index in place of any earlier version.
        public void put(PublishedBreach breach) {
            try {
                writer.updateDocument(BreachDocument.term(breach.id()), documents.of(breach));
            } catch (IOException | AlreadyClosedException e) {
                throw failure(e);
            }
        }

        /// Takes a breach out of the index.
        public void remove(BreachId breach) {
            try {
                writer.deleteDocuments(BreachDocument.term(breach));
            } catch (IOException | AlreadyClosedException e) {
                throw failure(e);
            }
        }

        /// Makes the changes last and visible; a new index takes the old one's place.
        ///
        /// @return how many breaches the index holds
        public long commit(Mark mark) {
            try {
                writer.flush();
                writer.maybeMerge();
                writer.setLiveCommitData(
                        Map.of(
                                        "layout", LAYOUT,
                                        "makeup", makeup,
                                        "position", Long.toString(mark.position()),
                                        "through", mark.through().toString(),
                                        "digest", mark.digest())
                                .entrySet());
                writer.commit();
                var breaches = writer.getDocStats().numDocs;
                if (building != null) {
                    generations.makeCurrent(generation);
                    removeOthers();
                }
                return breaches;
            } catch (IOException | AlreadyClosedException e) {
                throw failure(e);
            }
        }

        /// Whether this index is the one that questions are put to.
        public boolean isCurrent() {
            try {
                return generations.current().equals(Optional.of(generation));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try (directory) {
                writer.close();
            } catch (IOException | AlreadyClosedException e) {
                throw failure(e);
            } finally {
                if (building != null) {
                    try (var _ = building.directory();
                            var _ = building.lock()) {
                        // Closing them lets the next build begin.
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        /// Removes every other generation that nobody writes to. Readers that have one open keep
        /// what they opened; one that is still written to goes with the next replacement.
        private void removeOthers() throws IOException {
            for (var other : generations.all()) {
                if (!other.equals(generation)) {
                    remove(other);
                }
            }
        }

        private void remove(String other) throws IOException {
            var old = generations.directory(other);
            try (var files = FSDirectory.open(old);
                    var _ = files.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                for (var file : files.listAll()) {
                    if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                        files.deleteFile(file);
                    }
                }
            } catch (LockObtainFailedException _) {
                return;
            }
            Files.deleteIfExists(old.resolve(IndexWriter.WRITE_LOCK_NAME));
            try {
                Files.deleteIfExists(old);
            } catch (DirectoryNotEmptyException _) {
                // A writer came late; it will find nothing there, and the next replacement this.
            }
        }
    }

    static boolean isDamage(Throwable e) {
        return e instanceof CorruptIndexException
                || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException
                || e instanceof IndexNotFoundException
                || e instanceof NoSuchFileException
                || e instanceof FileNotFoundException
                || e instanceof EOFException;
    }

    /// Whether an index was laid out as this program reads it.
    static boolean isReadable(Map<String, String> commitData) {
        return LAYOUT.equals(commitData.get("layout"));
    }

    private static @Nullable Mark markIn(Map<String, String> data) {
        var position = data.get("position");
        var through = data.get("through");
        var digest = data.get("digest");
        return !isReadable(data) || position == null || through == null || digest == null
                ? null
                : new Mark(Long.parseLong(position), Instant.parse(through), digest);
    }

    private static Optional<Standing> unless(boolean damaged, IOException e) {
        if (damaged) {
            return Optional.empty();
        }
        throw new UncheckedIOException(e);
    }

    private static RuntimeException failure(Exception e) {
        var cause = e instanceof AlreadyClosedException && e.getCause() != null ? e.getCause() : e;
        if (isDamage(cause)) {
            return new Damaged(cause);
        }
        return e instanceof IOException io
                ? new UncheckedIOException(io)
                : new IllegalStateException(e);
    }

    /// A digest of everything beside the breaches that decides what an index holds, so that a newer
    /// edition of the program finds out that it has to build its own.
    private static String makeup(CodeOfPractice code, Producers producers) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var edition : code.editions()) {
                for (var element : code.elements(edition.id())) {
                    digest.update(
                            (element + " " + code.reach(element.id()) + "\n")
                                    .getBytes(StandardCharsets.UTF_8));
                }
            }
            for (var producer : producers.all()) {
                digest.update((producer + "\n").getBytes(StandardCharsets.UTF_8));
            }
            for (var facet : Facet.values()) {
                digest.update(facet.key().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
