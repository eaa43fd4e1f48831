package org.breachregister.web.page;

import org.breachregister.api.search.QuestionAddress;
import org.breachregister.api.search.RepeatLookup.Neighbourhood;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecord.NamedProducer;
import org.breachregister.core.publication.PublicRecord.Promise;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.Facet;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A breach as its page shows it.
public record BreachView(
        String id,
        String title,
        String producers,
        List<Body> bodies,
        @Nullable String output,
        @Nullable String series,
        @Nullable String seriesHref,
        List<Link> outputLinks,
        String occurred,
        String reported,
        @Nullable String daysToReport,
        String edition,
        List<CitedPlace> places,
        @Nullable String kind,
        @Nullable String where,
        List<Part> parts,
        List<Link> statements,
        List<Due> promises,
        List<String> previous,
        List<BreachCard> earlier,
        List<BreachCard> later,
        boolean redacted,
        String published,
        @Nullable String revised,
        @Nullable String reason,
        int version) {

    static BreachView of(PublishedBreach breach, Neighbourhood neighbourhood, CodeOfPractice code) {
        var record = breach.record();
        var parts = parts(record);
        var days = record.daysToReport();
        var edition = record.edition();
        var where = record.whereItHappened();
        var series = record.outputSeries();
        return new BreachView(
                breach.id().value(),
                Words.title(record),
                Words.producers(record),
                record.producers().stream().map(Body::of).toList(),
                record.output(),
                series,
                series == null ? null : filtered(Facet.OUTPUT, series),
                Link.all(record.outputLinks()),
                Words.days(record.occurredFrom(), record.occurredTo(), "Not stated in the report"),
                Words.day(record.reportedOn(), "The report bears no date"),
                days == null || days < 0 ? null : Words.dayCount(days),
                edition == null
                        ? "Not known, because the date of the breach is not"
                        : "Edition " + edition,
                record.references().stream()
                        .map(reference -> CitedPlace.of(reference, code))
                        .toList(),
                Words.kind(record.kind()),
                where == null ? null : Words.capital(where),
                parts,
                Link.all(record.statementLinks()),
                record.commitments().stream().map(Due::of).toList(),
                record.previousBreaches(),
                cards(neighbourhood, neighbourhood.earlier(breach.id())),
                cards(neighbourhood, neighbourhood.later(breach.id())),
                parts.stream().anyMatch(part -> part.text().redacted()),
                Words.moment(breach.publishedAt()),
                breach.status() == Status.REVISED ? Words.moment(breach.lastChanged()) : null,
                breach.reason(),
                breach.version());
    }

    /// What would be public of a breach if it were released now.
    public static BreachView preview(BreachId id, PublicRecord record, CodeOfPractice code) {
        return of(
                new PublishedBreach(
                        id, 1, Status.PUBLISHED, Instant.EPOCH, Instant.EPOCH, null, record),
                new Neighbourhood(Map.of(), Map.of()),
                code);
    }

    private static List<Part> parts(PublicRecord record) {
        var parts = new ArrayList<Part>();
        add(parts, "what-happened", "What happened", record.account());
        add(parts, "reasons", "Why it happened", record.reasons());
        add(parts, "impact", "Reactions and impact", record.impact());
        add(parts, "corrective-actions", "What was done about it", record.correctiveActions());
        return List.copyOf(parts);
    }

    private static void add(List<Part> parts, String id, String heading, @Nullable String text) {
        var prose = Prose.of(text);
        if (prose != null) {
            parts.add(new Part(id, heading, prose));
        }
    }

    private static List<BreachCard> cards(Neighbourhood neighbourhood, List<BreachId> ids) {
        return ids.stream()
                .map(neighbourhood.breaches()::get)
                .filter(Objects::nonNull)
                .map(BreachCard::of)
                .toList();
    }

    private static String filtered(Facet facet, String value) {
        return QuestionAddress.of(
                SearchPage.PATH, QuestionAddress.with(BreachQuery.ALL, facet, List.of(value)));
    }

    /// A producer.
    ///
    /// @param name its name at the time, or the words of the report
    /// @param asReported the words of the report, or null where they are the same
    /// @param today the body that carries on its work, or null where that is itself or not known
    /// @param href its other breaches, or null where it was not recognised
    record Body(
            String name,
            @Nullable String asReported,
            @Nullable String today,
            @Nullable String nation,
            @Nullable String href) {

        static Body of(NamedProducer producer) {
            var name = producer.display();
            var group = producer.group();
            var id = producer.id();
            return new Body(
                    name,
                    producer.asReported().equals(name) ? null : producer.asReported(),
                    group == null || group.equals(name) ? null : group,
                    producer.nation(),
                    id == null ? null : filtered(Facet.PRODUCER, id.value()));
        }
    }

    /// A part of the report that is running text.
    record Part(String id, String heading, Prose text) {}

    /// A promise.
    record Due(String text, @Nullable String due) {

        static Due of(Promise promise) {
            var due = promise.due();
            return new Due(promise.text(), due == null ? null : Words.day(due));
        }
    }
}
