package org.breachregister.core.intake.contained;

import org.breachregister.core.document.Bounds;
import org.breachregister.core.intake.DocumentReader;
import org.breachregister.core.intake.Reading;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/// Reads documents in processes of their own. Each has little memory, no network, no programs, no
/// files to write and a time for each document; one that fails is replaced, and what it read is
/// refused. Safe for many threads; they wait for a process to be free.
public final class ContainedReader implements DocumentReader, AutoCloseable {

    /// The most bytes that a document may have; a larger one is refused.
    public static final int MOST_BYTES = Bounds.MOST_BYTES;

    private static final Logger LOG = LoggerFactory.getLogger(ContainedReader.class);
    private static final String MEND =
            " Open it where it was written, save it as a new file and send that; if it is refused again, send the report as plain text";

    private final Limits limits;
    private final String mainClass;
    private final Clock clock;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<ReaderChild> idle = new ConcurrentLinkedDeque<>();
    private final Set<ReaderChild> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("reading-time").factory());
    private volatile @Nullable String confinement;
    private volatile boolean closed;

    /// A reader with as many processes as the machine has processors, four at most. They are
    /// started when they are needed.
    public ContainedReader(Clock clock) {
        this(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4), clock, Limits.USUAL);
    }

    /// A reader with so many processes at most.
    public ContainedReader(int processes, Clock clock, Limits limits) {
        this(processes, clock, limits, ReaderProcess.class.getName());
    }

    ContainedReader(int processes, Clock clock, Limits limits, String mainClass) {
        this.limits = limits;
        this.mainClass = mainClass;
        this.clock = clock;
        this.free = new Semaphore(processes, true);
    }

    @Override
    public Reading read(byte[] content, String fileName) {
        if (content.length > Bounds.MOST_BYTES) {
            return refused(
                    fileName,
                    String.format(
                            Locale.ROOT,
                            "The file is too large: %,d bytes, and at most %,d are read. Send the report without attachments",
                            content.length,
                            Bounds.MOST_BYTES));
        }
        var request = new Request(fileName, content, clock.instant(), clock.getZone());
        free.acquireUninterruptibly();
        try {
            var outcome = ask(request);
            if (outcome instanceof ReaderChild.Outcome.Died) {
                // Killed from outside, or by the document: once more, in a fresh process.
                outcome = ask(request);
            }
            return reading(outcome, fileName);
        } finally {
            free.release();
        }
    }

    private ReaderChild.Outcome ask(Request request) {
        var child = child();
        var kept = false;
        try {
            var outcome = child.ask(request);
            kept =
                    outcome instanceof ReaderChild.Outcome.Answered(var answer)
                            && answer instanceof Answer.Read;
            if (kept) {
                confinement = child.confinement();
                idle.push(child);
            }
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!kept || closed) {
                drop(child);
            }
        }
    }

    private ReaderChild child() {
        for (var child = idle.poll(); child != null; child = idle.poll()) {
            if (child.isAlive()) {
                return child;
            }
            drop(child);
        }
        if (closed) {
            throw new IllegalStateException("This reader is closed");
        }
        try {
            var child = new ReaderChild(mainClass, limits, timer);
            all.add(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("No reading process can be started", e);
        }
    }

    private void drop(ReaderChild child) {
        child.kill();
        all.remove(child);
        idle.remove(child);
    }

    private Reading reading(ReaderChild.Outcome outcome, String fileName) {
        return switch (outcome) {
            case ReaderChild.Outcome.Answered(Answer.Read(var reading)) -> reading;
            case ReaderChild.Outcome.Answered(Answer.Failed(var error)) -> {
                LOG.warn("A document could not be read: {}", error);
                yield refused(fileName, "The document is damaged or of an unusual make." + MEND);
            }
            case ReaderChild.Outcome.Answered(Answer.Ready _) ->
                    refused(fileName, "The document could not be read." + MEND);
            case ReaderChild.Outcome.TooLate() ->
                    refused(
                            fileName,
                            "Reading it was stopped: it took more than %d seconds, which no report needs."
                                            .formatted(limits.time().toSeconds())
                                    + MEND);
            case ReaderChild.Outcome.TooMuchMemory() ->
                    refused(
                            fileName,
                            "Reading it was stopped: it needs more memory than any report does."
                                    + MEND);
            case ReaderChild.Outcome.TooLongAnswer() ->
                    refused(
                            fileName,
                            "Reading it was stopped: it holds more than any report does." + MEND);
            case ReaderChild.Outcome.Died() ->
                    refused(fileName, "Reading it ended the reader, twice." + MEND);
        };
    }

    private static Reading refused(String fileName, String reason) {
        return new Reading.Unreadable(Reading.about(fileName, reason));
    }

    /// A sentence saying what keeps the reading processes in. Starts one if none has run yet.
    public String confinement() {
        var known = confinement;
        if (known == null) {
            read("?".getBytes(StandardCharsets.US_ASCII), "");
            known = confinement;
        }
        return known == null ? "No reading process could be started." : known;
    }

    /// The processes that are running now.
    List<ProcessHandle> processes() {
        return all.stream().map(ReaderChild::handle).filter(ProcessHandle::isAlive).toList();
    }

    /// How many reading processes are running now.
    public int running() {
        return processes().size();
    }

    /// Ends the processes; documents that are being read are refused.
    @Override
    public void close() {
        closed = true;
        timer.shutdown();
        all.forEach(this::drop);
    }
}
