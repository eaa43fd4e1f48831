package org.breachregister.search;

import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecord.NamedProducer;
import org.breachregister.core.publication.PublicRecord.NamedReference;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Published breaches to test with; each test says only what it is about.
public final class ExampleBreaches {

    private static final Instant PUBLISHED = Instant.parse("2026-01-05T09:30:00Z");

    private final BreachId id;
    private final List<NamedProducer> producers = new ArrayList<>();
    private final List<NamedReference> references = new ArrayList<>();
    private int version = 1;
    private Status status = Status.PUBLISHED;
    private @Nullable String output;
    private @Nullable String series;
    private @Nullable LocalDate occurred;
    private @Nullable LocalDate reported;
    private @Nullable String kind;
    private @Nullable String place;
    private @Nullable String account;
    private @Nullable String reasons;

    private ExampleBreaches(BreachId id) {
        this.id = id;
    }

    /// The breach that was the `serial`th to be reported in `year`.
    public static ExampleBreaches breach(int year, int serial) {
        return new ExampleBreaches(BreachId.of(year, serial));
    }

    public static BreachId id(int year, int serial) {
        return BreachId.of(year, serial);
    }

    public static ElementId element(String edition, String ref) {
        return new ElementId(new EditionId(edition), ref);
    }

    public ExampleBreaches by(String id, String name) {
        producers.add(new NamedProducer(name, new ProducerId(id), name, name, "UK"));
        return this;
    }

    public ExampleBreaches byUnknown(String words) {
        producers.add(new NamedProducer(words, null, null, null, null));
        return this;
    }

    public ExampleBreaches citing(String edition, String ref) {
        references.add(new NamedReference(ref, element(edition, ref), null));
        return this;
    }

    public ExampleBreaches at(String output) {
        this.output = output;
        this.series = output;
        return this;
    }

    public ExampleBreaches series(String series) {
        this.series = series;
        return this;
    }

    public ExampleBreaches on(String day) {
        this.occurred = LocalDate.parse(day);
        return this;
    }

    public ExampleBreaches reported(String day) {
        this.reported = LocalDate.parse(day);
        return this;
    }

    public ExampleBreaches kind(String kind) {
        this.kind = kind;
        return this;
    }

    public ExampleBreaches place(String place) {
        this.place = place;
        return this;
    }

    public ExampleBreaches account(String account) {
        this.account = account;
        return this;
    }

    public ExampleBreaches reasons(String reasons) {
        this.reasons = reasons;
        return this;
    }

    public ExampleBreaches version(int version, Status status) {
        this.version = version;
        this.status = status;
        return this;
    }

    public PublishedBreach published() {
        return new PublishedBreach(
                id,
                version,
                status,
                PUBLISHED,
                PUBLISHED,
                status == Status.PUBLISHED ? null : "A test",
                record());
    }

    public PublicRecord record() {
        return new PublicRecord(
                producers.isEmpty()
                        ? List.of(new NamedProducer("Somebody", null, null, null, null))
                        : producers,
                output,
                series,
                List.of(),
                null,
                references,
                occurred,
                occurred,
                reported,
                kind,
                place,
                account,
                reasons,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
