package org.breachregister.batch.edition;

import org.breachregister.api.RegisterRow;
import org.breachregister.api.RegisterRows;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.search.pattern.RepeatBreaches;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The rows of an edition, from the register as it was public at a moment. For one thread.
final class RegisterSnapshot implements RowSource {

    private static final long EVERY = 200;

    private final RegisterLog log;
    private final RegisterRows rows;
    private final RepeatBreaches repeats;
    private final EditionFacts facts;
    private final EditionProgress progress;
    private @Nullable Whole whole;

    RegisterSnapshot(
            RegisterLog log,
            RegisterRows rows,
            RepeatBreaches repeats,
            EditionFacts facts,
            EditionProgress progress) {
        this.log = log;
        this.rows = rows;
        this.repeats = repeats;
        this.facts = facts;
        this.progress = progress;
    }

    @Override
    public void each(Looked looked, Consumer<RegisterRow> row) {
        var register = whole();
        var done = new long[1];
        looked.at(0, register.breaches());
        log.each(
                facts.asAt(),
                facts.logPosition(),
                breach -> {
                    if (isWanted(breach)) {
                        row.accept(
                                rows.of(
                                        breach,
                                        register.repeatOf().getOrDefault(breach.id(), List.of())));
                    }
                    if (++done[0] % EVERY == 0) {
                        looked.at(done[0], register.breaches());
                    }
                });
        looked.at(register.breaches(), register.breaches());
    }

    /// How many breaches are in no period because the deciding day is not known.
    long undated() {
        return whole().undated();
    }

    private boolean isWanted(PublishedBreach breach) {
        return facts.period().takesEverything()
                || facts.basis().dayOf(breach).filter(facts.period()::contains).isPresent();
    }

    private Whole whole() {
        var known = whole;
        if (known == null) {
            known = lookAtAll();
            whole = known;
        }
        return known;
    }

    /// Repeats are told from the whole register, whatever the period; a withdrawn breach neither
    /// repeats nor is repeated.
    private Whole lookAtAll() {
        var standing = new ArrayList<PublishedBreach>();
        var counted = new long[2];
        log.each(
                facts.asAt(),
                facts.logPosition(),
                breach -> {
                    if (counted[0]++ % EVERY == 0) {
                        progress.at("register", counted[0], facts.logPosition());
                    }
                    if (!facts.period().takesEverything()
                            && facts.basis().dayOf(breach).isEmpty()) {
                        counted[1]++;
                    }
                    if (breach.status() != PublishedBreach.Status.WITHDRAWN) {
                        standing.add(withoutText(breach));
                    }
                });
        progress.at("register", facts.logPosition(), facts.logPosition());
        return new Whole(counted[0], counted[1], repeats.among(standing));
    }

    /// What repeats are told by, small enough to hold the whole register in memory.
    private static PublishedBreach withoutText(PublishedBreach breach) {
        var record = breach.record();
        return new PublishedBreach(
                breach.id(),
                breach.version(),
                breach.status(),
                breach.publishedAt(),
                breach.lastChanged(),
                null,
                new PublicRecord(
                        record.producers(),
                        record.output(),
                        record.outputSeries(),
                        List.of(),
                        record.edition(),
                        record.references(),
                        record.occurredFrom(),
                        record.occurredTo(),
                        record.reportedOn(),
                        record.kind(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        record.previousBreaches(),
                        List.of()));
    }

    private record Whole(long breaches, long undated, Map<BreachId, List<BreachId>> repeatOf) {}
}
