package org.breachregister.search.index;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.search.lucene.LuceneBreachIndex;
import org.breachregister.search.lucene.LuceneBreachIndex.Mark;
import org.breachregister.search.lucene.LuceneBreachIndex.Standing;
import org.breachregister.search.lucene.LuceneBreachIndex.Update;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Keeps the search index in step with the register log. The log is the outbox: the index knows how
/// far it has read, and its changes become visible together with that. Safe for many threads and
/// processes, of which one at a time writes; a killed one leaves the index as it was before.
public final class IndexKeeper {

    private static final int BATCH = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final LuceneBreachIndex index;
    private final RegisterLog log;
    private final Clock clock;
    private volatile boolean checked;

    public IndexKeeper(
            Path index, RegisterLog log, CodeOfPractice code, Producers producers, Clock clock) {
        this.index = new LuceneBreachIndex(index, code, producers);
        this.log = log;
        this.clock = clock;
    }

    /// Brings the index up to date with what is public now. Where another process keeps the index,
    /// waits a moment for it. An index that is missing, damaged or not made from this log is built
    /// anew. Costs one small query where there is nothing to do.
    ///
    /// @return what was done, and whether the index is in step
    public Progress catchUp() {
        var patience = new Patience();
        while (true) {
            var standing = index.standing().orElse(null);
            try {
                var done =
                        standing == null || !isOurs(standing)
                                ? replace(standing)
                                : follow(standing);
                if (done.isPresent()) {
                    return done.get();
                }
            } catch (LuceneBreachIndex.Damaged _) {
                var done = replace(standing);
                if (done.isPresent()) {
                    return done.get();
                }
            }
            if (patience.isOver()) {
                return behind();
            }
        }
    }

    /// Builds a new index from the log and puts it in the old one's place; questions are answered
    /// all the while.
    public Progress rebuild() {
        var patience = new Patience();
        do {
            try (var replacement = index.replacement().orElse(null)) {
                if (replacement != null) {
                    return takeIn(replacement);
                }
            }
        } while (!patience.isOver());
        return behind();
    }

    /// Adds to the index what it lacks; empty where another process is at it or has replaced it.
    private Optional<Progress> follow(Standing standing) {
        if (isInStep(standing)) {
            return Optional.of(progress(standing, true));
        }
        try (var update = index.update().orElse(null)) {
            if (update == null) {
                return Optional.empty();
            }
            var progress = takeIn(update);
            return update.isCurrent() ? Optional.of(progress) : Optional.empty();
        }
    }

    /// Replaces an index that was found to be of no use; empty where another process is at it or
    /// has done so already.
    private Optional<Progress> replace(@Nullable Standing useless) {
        try (var replacement = index.replacement().orElse(null)) {
            if (replacement == null
                    || !generation(useless).equals(generation(index.standing().orElse(null)))) {
                return Optional.empty();
            }
            return Optional.of(takeIn(replacement));
        }
    }

    private static String generation(@Nullable Standing standing) {
        return standing == null ? "" : standing.generation();
    }

    private Progress behind() {
        return index.standing()
                .map(standing -> progress(standing, false))
                .orElseGet(() -> new Progress(0, 0, 0, false));
    }

    /// Where the index stands.
    ///
    /// @param entries entries of the log that were taken in
    /// @param breaches breaches in the index
    /// @param position the last position of the log that it has seen
    /// @param inStep whether that is all there is
    public record Progress(long entries, long breaches, long position, boolean inStep) {}

    private static Progress progress(Standing standing, boolean inStep) {
        return new Progress(0, standing.breaches(), standing.mark().position(), inStep);
    }

    /// Looks once whether the index was made from this log, by this edition of the program, and is
    /// whole.
    private boolean isOurs(Standing standing) {
        if (checked) {
            return true;
        }
        var mark = standing.mark();
        checked =
                standing.fits()
                        && mark.position() <= log.lastPosition()
                        && mark.digest().equals(digest(mark.position()))
                        && index.isIntact(standing);
        return checked;
    }

    private boolean isInStep(Standing standing) {
        var mark = standing.mark();
        return log.becomePublic(mark.position(), mark.through(), clock.instant(), 1).isEmpty();
    }

    /// Takes in what the index lacks.
    ///
    /// All of it is read as at one moment, the last at which the register changed: that lies in the
    /// past by the database's clock too, so that nothing can become public between two batches and
    /// be passed over.
    private Progress takeIn(Update update) {
        var start = update.mark();
        var through = log.lastChange(clock.instant()).orElse(start.through());
        var after = start.through();
        var position = start.position();
        var last = start.position();
        long taken = 0;
        while (true) {
            var batch = log.becomePublic(position, after, through, BATCH);
            var newest = new LinkedHashMap<BreachId, RegisterLog.Entry>();
            for (var entry : batch) {
                newest.merge(
                        entry.breach(),
                        entry,
                        (one, other) -> one.version() > other.version() ? one : other);
                last = Math.max(last, entry.position());
            }
            newest.values().forEach(entry -> take(entry, update, start, through));
            taken += batch.size();
            if (batch.size() < BATCH) {
                break;
            }
            position = batch.getLast().position();
            after = through;
        }
        var breaches = update.commit(new Mark(last, through, digest(last)));
        return new Progress(taken, breaches, last, true);
    }

    /// A first version that is new in the log is the newest so far, whatever follows is taken after
    /// it. Of every other entry the log is asked what became of the breach, since versions become
    /// public in any order.
    private void take(RegisterLog.Entry entry, Update update, Mark start, Instant through) {
        if (entry.event() == Status.PUBLISHED
                && entry.version() == 1
                && entry.position() > start.position()) {
            update.put(
                    new PublishedBreach(
                            entry.breach(),
                            entry.version(),
                            entry.event(),
                            entry.publicFrom(),
                            entry.publicFrom(),
                            entry.reason(),
                            entry.record()));
            return;
        }
        log.find(entry.breach(), through)
                .filter(breach -> breach.status() != Status.WITHDRAWN)
                .ifPresentOrElse(update::put, () -> update.remove(entry.breach()));
    }

    private String digest(long position) {
        return position == 0 ? "" : log.digestAt(position);
    }

    /// A few seconds in small pieces.
    private static final class Patience {

        private final long end = System.nanoTime() + PATIENCE.toNanos();

        /// Waits a little, unless that was done for long enough.
        boolean isOver() {
            if (System.nanoTime() > end) {
                return true;
            }
            try {
                Thread.sleep(PAUSE);
                return false;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
    }
}
