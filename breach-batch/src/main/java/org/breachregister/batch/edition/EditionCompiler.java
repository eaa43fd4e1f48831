package org.breachregister.batch.edition;

import org.breachregister.api.RegisterRows;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.CompiledEdition;
import org.breachregister.core.publication.Editions;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.search.pattern.RepeatBreaches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import javax.sql.DataSource;

/// Compiles register editions. The same register gives the same bytes, at any time and in any
/// place; an edition that is there is never overwritten, a changed register makes a new version. A
/// run that was killed is finished by the next one for the same edition. Safe for several processes
/// and threads.
public final class EditionCompiler {

    private final DataSource database;
    private final RegisterLog log;
    private final Editions editions;
    private final RegisterRows rows;
    private final RepeatBreaches repeats;
    private final Clock clock;
    private final Duration patience;

    public EditionCompiler(
            DataSource database, CodeOfPractice code, Producers producers, Clock clock) {
        this(database, code, producers, clock, Duration.ofSeconds(15));
    }

    /// @param patience how long to wait for another process that compiles the same edition
    EditionCompiler(
            DataSource database,
            CodeOfPractice code,
            Producers producers,
            Clock clock,
            Duration patience) {
        this.patience = patience;
        this.database = database;
        this.log = new RegisterLog(database);
        this.editions = new Editions(database);
        this.rows = new RegisterRows(code);
        this.repeats = new RepeatBreaches(code, producers);
        this.clock = clock;
    }

    /// Compiles an edition, or tells that the newest version of it holds the same.
    ///
    /// @throws IllegalArgumentException if the moment asked for lies in the future
    /// @throws IllegalStateException if another process compiles the edition just now, or the
    ///   version that holds the same was damaged
    public EditionResult compile(EditionRequest request, EditionProgress progress) {
        var asAt = asAt(request);
        try {
            Files.createDirectories(request.out());
            var out = request.out().toRealPath();
            try (var runs =
                    EditionRuns.begin(database, out.resolve(request.baseName()), patience)) {
                return compile(request, asAt, out, runs, progress);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The edition cannot be written to %s: %s"
                            .formatted(request.out(), e.getMessage()),
                    e);
        }
    }

    private EditionResult compile(
            EditionRequest request,
            Instant asAt,
            Path out,
            EditionRuns runs,
            EditionProgress progress)
            throws IOException {
        runs.recover();
        var versions = EditionFolder.versionsIn(out, request.baseName());
        var newest = versions.stream().findFirst();
        var facts = facts(request, asAt, newest);
        EditionFolder.discardOtherParts(out, request.baseName(), facts.name());

        var same =
                versions.stream()
                        .filter(published ->
                                published
                                        .manifest()
                                        .filter(manifest -> manifest.shows(facts))
                                        .isPresent())
                        .findFirst();
        if (same.isPresent()) {
            return unchanged(same.get());
        }
        var folder = new EditionFolder(out, facts.name(), newest.orElse(null));
        runs.run(
                new EditionJob(
                        runs.jobs(),
                        facts,
                        new RegisterSnapshot(log, rows, repeats, facts, progress),
                        folder,
                        progress),
                facts);
        return folder.isPublished()
                ? new EditionResult(
                        EditionResult.Outcome.COMPILED,
                        folder.directory(),
                        recorded(new EditionFolder.Published(folder.directory(), 0)))
                : unchanged(newest.orElseThrow());
    }

    private EditionResult unchanged(EditionFolder.Published published) {
        published.mustBeSound();
        return new EditionResult(
                EditionResult.Outcome.UNCHANGED, published.directory(), recorded(published));
    }

    /// Enters an edition that is in place into the list of editions, unless it is there.
    private Manifest recorded(EditionFolder.Published published) {
        var manifest = published.manifest().orElseThrow();
        if (editions.find(manifest.edition()).isEmpty()) {
            editions.record(
                    new CompiledEdition(
                            manifest.edition(),
                            manifest.period(),
                            manifest.basis(),
                            manifest.version(),
                            manifest.asAt(),
                            manifest.logPosition(),
                            Math.toIntExact(manifest.counts().breaches()),
                            clock.instant()));
        }
        return manifest;
    }

    private Instant asAt(EditionRequest request) {
        var now = clock.instant();
        var wanted = request.asAt();
        if (wanted == null) {
            return log.lastChange(now).orElse(Instant.EPOCH);
        }
        if (wanted.isAfter(now)) {
            throw new IllegalArgumentException(
                    "The register as at %s cannot be told yet: that lies in the future, it is %s"
                            .formatted(wanted, now.truncatedTo(ChronoUnit.SECONDS)));
        }
        return wanted.truncatedTo(ChronoUnit.MICROS);
    }

    private EditionFacts facts(
            EditionRequest request, Instant asAt, Optional<EditionFolder.Published> newest) {
        long position = log.lastPosition(asAt);
        int minorVersion =
                minorVersion(
                        request, asAt, position, newest.map(EditionFolder.Published::minorVersion));
        return new EditionFacts(
                EditionFolder.name(request.baseName(), minorVersion),
                "1." + minorVersion,
                request.period(),
                request.basis(),
                asAt,
                position,
                log.digestAt(position));
    }

    /// The version for a new edition: one that was compiled before of the same register and is not
    /// in this directory any more, else the next one.
    private int minorVersion(
            EditionRequest request, Instant asAt, long position, Optional<Integer> newest) {
        int last = newest.orElse(-1);
        for (var edition : editions.all()) {
            int version = EditionFolder.minorVersion(request.baseName(), edition.name());
            if (version > newest.orElse(-1)
                    && edition.asAt().equals(asAt)
                    && edition.logPosition() == position) {
                return version;
            }
            last = Math.max(last, version);
        }
        return last + 1;
    }
}
