package org.breachregister.batch.importing;

import org.breachregister.core.casework.Casebook;
import org.breachregister.core.casework.Document;
import org.breachregister.core.casework.LikelyDuplicate;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import javax.sql.DataSource;

/// The job that imports: one step, in which every document is kept in the order of [Sources]; a few
/// are read ahead, on all processors. It has no memory of where it was: what a killed run kept is
/// known by its content, so the next run looks at everything again and keeps the rest.
final class ImportJob implements AutoCloseable {

    static final String NAME = "import";

    /// Their contents are in memory together.
    private static final int AT_A_TIME = 20;

    private static final String FAILED =
            "This program failed on it; please report that, with these words: ";
    private static final ZoneId OFFICE = ZoneId.of("Europe/London");
    private static final LocalTime RELEASE = LocalTime.of(9, 30);

    private final JobRepository jobs;
    private final JdbcTransactionManager transactions;
    private final TransactionTemplate eachByItself;
    private final Casebook casebook;
    private final RegisterLog log;
    private final Intake intake;
    private final Sources sources;
    private final boolean historic;
    private final ImportProgress progress;
    private final Clock clock;
    private final ReadAhead<Source, Looked> ahead;
    private final List<ImportResult> results = new ArrayList<>();
    private long done;

    ImportJob(
            JobRepository jobs,
            DataSource database,
            Intake intake,
            Sources sources,
            boolean historic,
            ImportProgress progress,
            Clock clock) {
        this.jobs = jobs;
        this.transactions = new JdbcTransactionManager(database);
        this.eachByItself = new TransactionTemplate(transactions);
        this.eachByItself.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.casebook = new Casebook(database);
        this.log = new RegisterLog(database);
        this.intake = intake;
        this.sources = sources;
        this.historic = historic;
        this.progress = progress;
        this.clock = clock;
        this.ahead = new ReadAhead<>(sources::read, this::look);
    }

    Job job() {
        return new JobBuilder(NAME, jobs).start(step()).build();
    }

    private Step step() {
        return new StepBuilder("read-and-keep", jobs)
                .<Looked, Looked>chunk(AT_A_TIME)
                .transactionManager(transactions)
                .reader(this::next)
                .writer(this::keep)
                .build();
    }

    private @Nullable Looked next() throws InterruptedException {
        var next = ahead.next();
        if (next != null) {
            progress.at(++done, sources.total());
        }
        return next;
    }

    /// Ends the reading ahead.
    @Override
    public void close() {
        ahead.close();
    }

    /// What the job did.
    ImportSummary summary() {
        return new ImportSummary(results);
    }

    /// What was found in a source.
    private sealed interface Looked {
        record Decided(ImportResult result) implements Looked {}

        /// @param publicRecord what is to be published of it, or null
        record ToKeep(
                Source source,
                Document document,
                SubmittedReport report,
                @Nullable PublicRecord publicRecord)
                implements Looked {}
    }

    private Looked look(Source source) {
        return switch (source) {
            case Source.File file -> document(file);
            case Source.Record record -> record(record);
            case Source.Unusable unusable -> refused(source, unusable.reason());
        };
    }

    private Looked document(Source.File file) {
        byte[] content;
        try {
            var size = Files.size(file.path());
            if (size > Bounds.MOST_BYTES) {
                return refused(
                        file,
                        "It is larger than any report: %d MB, and the most is %d MB."
                                .formatted(size >> 20, Bounds.MOST_BYTES >> 20));
            }
            content = Files.readAllBytes(file.path());
        } catch (IOException e) {
            return refused(file, Sources.reason(e));
        }
        var name = String.valueOf(file.path().getFileName());
        return looked(file, content, name);
    }

    private Looked record(Source.Record record) {
        var name = "%s:%d".formatted(record.path().getFileName(), record.line());
        return looked(record, record.text().getBytes(StandardCharsets.UTF_8), name);
    }

    private Looked looked(Source source, byte[] content, String name) {
        var sha256 = sha256(content);
        var held = casebook.breachOf(sha256);
        if (held.isPresent() && !(historic && !log.has(held.get()))) {
            return new Looked.Decided(new ImportResult.AlreadyHeld(source.name(), held.get()));
        }
        return switch (read(source, content, name)) {
            case Reading.Report(var report, _, var mediaType) ->
                    readable(
                            source,
                            new Document(name, mediaType, content, sha256, clock.instant()),
                            report);
            case Reading.NotAReport(var reason) -> refused(source, reason);
            case Reading.Unreadable(var reason) -> refused(source, reason);
        };
    }

    private Looked readable(Source source, Document document, SubmittedReport report) {
        try {
            return new Looked.ToKeep(
                    source, document, report, historic ? intake.publicRecordOf(report) : null);
        } catch (RuntimeException | StackOverflowError e) {
            return refused(source, FAILED + e);
        }
    }

    private Reading read(Source source, byte[] content, String name) {
        try {
            return source instanceof Source.Record(_, var line, var text)
                    ? intake.record(line, text)
                    : intake.document(content, name);
        } catch (RuntimeException | StackOverflowError e) {
            return new Reading.Unreadable(FAILED + e);
        }
    }

    /// Keeps a chunk in one transaction; within it, a document that cannot be kept undoes nothing
    /// but itself.
    private void keep(Chunk<? extends Looked> chunk) {
        var kept = new ArrayList<ImportResult>();
        for (var looked : chunk) {
            kept.add(
                    switch (looked) {
                        case Looked.Decided(var result) -> result;
                        case Looked.ToKeep toKeep -> kept(toKeep);
                    });
        }
        results.addAll(kept);
    }

    private ImportResult kept(Looked.ToKeep toKeep) {
        var source = toKeep.source().name();
        try {
            var receipt = eachByItself.execute(_ -> receive(toKeep));
            if (receipt.heldBack()) {
                return new ImportResult.HeldBack(source, receipt.breach(), doubts(toKeep, receipt));
            }
            return receipt.alreadyHeld()
                    ? new ImportResult.AlreadyHeld(source, receipt.breach())
                    : new ImportResult.Read(source, receipt.breach(), doubts(toKeep, receipt));
        } catch (DataIntegrityViolationException
                | IllegalArgumentException
                | IllegalStateException e) {
            return new ImportResult.Refused(source, "It could not be kept: " + e.getMessage());
        }
    }

    private static List<String> doubts(Looked.ToKeep kept, Casebook.Receipt receipt) {
        var doubts = new ArrayList<String>();
        receipt.likely().stream().map(LikelyDuplicate::message).limit(1).forEach(doubts::add);
        doubts.addAll(Doubts.of(kept.report()));
        return doubts;
    }

    private Casebook.Receipt receive(Looked.ToKeep toKeep) {
        var document = toKeep.document();
        var report = toKeep.report();
        var record = toKeep.publicRecord();
        return record == null
                ? casebook.receive(document, report)
                : casebook.receiveAndPublish(
                        document, report, record, publicFrom(report, document.receivedAt()));
    }

    /// A back catalogue was public already: as of the morning of its report, but not of one whose
    /// date is mistyped into the future.
    private static Instant publicFrom(SubmittedReport report, Instant received) {
        var reported = report.reportDate();
        var day =
                reported != null
                        ? reported
                        : report.occurrenceDates().stream().findFirst().orElse(null);
        if (day == null) {
            return received;
        }
        var release = day.atTime(RELEASE).atZone(OFFICE).toInstant();
        return release.isAfter(received) ? received : release;
    }

    private static Looked refused(Source source, String reason) {
        return new Looked.Decided(new ImportResult.Refused(source.name(), reason));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
