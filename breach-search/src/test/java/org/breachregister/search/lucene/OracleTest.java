package org.breachregister.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachregister.search.ExampleBreaches.breach;

import org.breachregister.core.code.CodeElement;
import org.breachregister.core.code.CodeElement.Kind;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.Producer;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachQuery.Sort;
import org.breachregister.search.BreachResults.Count;
import org.breachregister.search.Facet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares totals and every count with what plain loops over the breaches find, over random
/// registers that grow, change and shrink, and random questions.
class OracleTest {

    private static final CodeOfPractice CODE = Indexes.CODE;
    private static final Producers PRODUCERS = Indexes.PRODUCERS;
    private static final List<String> WORDS =
            List.of("alpha", "bravo", "delta", "golf", "kilo", "lima", "tango", "zulu");
    private static final List<String> OUTPUTS =
            List.of(
                    "Weather Tables",
                    "weather tables",
                    "WEATHER  tables",
                    "Road Counts",
                    "Herring Landed");
    private static final List<String> KINDS =
            List.of("late release", "Late release", "leak", "wrong list");
    private static final List<String> UNKNOWN =
            List.of("Board of Weather", "board of weather", "Tide Office");
    private static final List<String> TYPED =
            List.of(
                    "T3",
                    "t3.4",
                    "Protocol 2",
                    "Protocol 2 practice 8",
                    "Principle 3",
                    "Standard 3",
                    "3.4",
                    "PRA Scotland 2008",
                    "V2",
                    "Principle 2",
                    "nonsense",
                    "");

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithPlainLoops(long given) {
        var seed = Long.getLong("test.seed", given);
        var random = new Random(seed);
        var elements =
                CODE.editions().stream()
                        .flatMap(edition -> CODE.elements(edition.id()).stream())
                        .filter(element -> element.kind() != Kind.PILLAR)
                        .map(CodeElement::id)
                        .toList();
        var bodies = PRODUCERS.all().stream().limit(40).toList();
        var register = new TreeMap<BreachId, PublishedBreach>();
        Indexes.fill(directory, List.of());
        var index = new LuceneBreachIndex(directory, CODE, PRODUCERS);
        try (var search = new LuceneBreachSearch(directory, CODE, PRODUCERS)) {
            for (var round = 0; round < 8; round++) {
                try (var update = index.update().orElseThrow()) {
                    for (var change = random.nextInt(40); change >= 0; change--) {
                        var breach = random(random, elements, bodies);
                        if (random.nextInt(5) == 0) {
                            register.remove(breach.id());
                            update.remove(breach.id());
                        } else {
                            register.put(breach.id(), breach);
                            update.put(breach);
                        }
                    }
                    update.commit(Indexes.mark(round));
                }
                for (var question = 0; question < 25; question++) {
                    var query = question(random, elements, bodies);
                    var results = search.find(query);
                    var why = "seed %d, round %d, %s".formatted(seed, round, query);
                    var expected = matching(register, query, null);
                    assertThat(results.total()).as(why).isEqualTo(expected.size());
                    assertThat(
                                    results.hits().stream()
                                            .map(hit -> hit.breach().id())
                                            .collect(Collectors.toSet()))
                            .as(why)
                            .isSubsetOf(expected.keySet())
                            .hasSize(Math.min(query.size(), expected.size()));
                    for (var facet : Facet.values()) {
                        assertThat(byKey(facet, results.counts().get(facet)))
                                .as("%s of %s", facet, why)
                                .isEqualTo(counts(facet, matching(register, query, facet)));
                    }
                }
                countedIsFound(search, register);
            }
        }
    }

    /// Filtering by what was counted finds what was counted (with the lineage, of a producer).
    private static void countedIsFound(
            LuceneBreachSearch search, Map<BreachId, PublishedBreach> register) {
        search.find(BreachQuery.ALL)
                .counts()
                .forEach((facet, counts) ->
                        counts.forEach(count -> {
                            var total =
                                    search.find(where(Map.of(facet, List.of(count.value()))))
                                            .total();
                            if (facet == Facet.PRODUCER) {
                                assertThat(total)
                                        .as("%s %s", facet, count)
                                        .isBetween(count.count(), (long) register.size());
                            } else {
                                assertThat(total)
                                        .as("%s %s", facet, count)
                                        .isEqualTo(count.count());
                            }
                        }));
    }

    private static BreachQuery where(Map<Facet, List<String>> filters) {
        return new BreachQuery("", filters, null, null, Sort.NEWEST, 1, 100);
    }

    private static PublishedBreach random(
            Random random, List<ElementId> elements, List<Producer> bodies) {
        var breach = breach(2010 + random.nextInt(3), 1 + random.nextInt(40));
        for (var i = random.nextInt(3); i >= 0; i--) {
            if (random.nextInt(4) == 0) {
                breach.byUnknown(any(random, UNKNOWN));
            } else {
                var body = any(random, bodies);
                breach.by(body.id().value(), body.name());
            }
        }
        for (var i = random.nextInt(4); i > 0; i--) {
            var element = any(random, elements);
            breach.citing(element.edition().value(), element.ref());
        }
        if (random.nextInt(5) > 0) {
            breach.at("A title").series(any(random, OUTPUTS));
        }
        if (random.nextInt(5) > 0) {
            breach.on(day(random).toString());
        }
        if (random.nextInt(5) > 0) {
            breach.reported(day(random).toString());
        }
        if (random.nextInt(5) > 0) {
            breach.kind(any(random, KINDS));
        }
        var account = new StringBuilder();
        for (var i = random.nextInt(6); i > 0; i--) {
            account.append(any(random, WORDS)).append(random.nextBoolean() ? " " : ". The ");
        }
        return breach.account(account.toString()).published();
    }

    private static BreachQuery question(
            Random random, List<ElementId> elements, List<Producer> bodies) {
        var words = new StringBuilder();
        for (var i = random.nextInt(4) - 1; i > 0; i--) {
            words.append(random.nextInt(3) == 0 ? "-" : "").append(any(random, WORDS)).append(' ');
        }
        var filters = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            if (random.nextInt(4) == 0) {
                var values = new ArrayList<String>();
                for (var i = random.nextInt(2); i >= 0; i--) {
                    values.add(
                            switch (facet) {
                                case PRINCIPLE, PRACTICE ->
                                        random.nextBoolean()
                                                ? any(random, TYPED)
                                                : any(random, elements).ref();
                                case PRODUCER -> {
                                    var body = any(random, bodies);
                                    yield any(
                                            random,
                                            List.of(
                                                    body.id().value(),
                                                    body.name(),
                                                    any(random, UNKNOWN)));
                                }
                                case OUTPUT -> any(random, OUTPUTS);
                                case YEAR -> Integer.toString(2009 + random.nextInt(4));
                                case KIND -> any(random, KINDS);
                            });
                }
                filters.put(facet, values);
            }
        }
        var from = random.nextInt(4) == 0 ? day(random) : null;
        var to = random.nextInt(4) == 0 ? day(random) : null;
        return new BreachQuery(
                words.toString(),
                filters,
                from,
                from != null && to != null && to.isBefore(from) ? from : to,
                any(random, List.of(Sort.values())),
                1,
                1 + random.nextInt(100));
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2010, 1, 1).plusDays(random.nextInt(1_000));
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    // What follows says the same as the engine, in the plainest way.

    private static Map<BreachId, PublicRecord> matching(
            Map<BreachId, PublishedBreach> register, BreachQuery query, Facet except) {
        var found = new TreeMap<BreachId, PublicRecord>();
        register.forEach((id, breach) -> {
            var record = breach.record();
            var matches =
                    hasWords(record, query.words())
                            && isBetween(record, query.from(), query.to())
                            && query.filters().entrySet().stream()
                                    .filter(filter -> filter.getKey() != except)
                                    .allMatch(filter ->
                                            filter.getValue().stream()
                                                    .anyMatch(value ->
                                                            has(record, filter.getKey(), value)));
            if (matches) {
                found.put(id, record);
            }
        });
        return found;
    }

    private static boolean hasWords(PublicRecord record, String words) {
        var account =
                Set.copyOf(
                        Arrays.stream((record.account() + " none").split("[ .]+"))
                                .collect(Collectors.toSet()));
        return Arrays.stream(words.split(" "))
                .filter(Predicate.not(String::isEmpty))
                .allMatch(word ->
                        word.startsWith("-")
                                ? !account.contains(word.substring(1))
                                : account.contains(word));
    }

    private static LocalDate day(PublicRecord record) {
        return record.occurredFrom() != null ? record.occurredFrom() : record.reportedOn();
    }

    private static boolean isBetween(PublicRecord record, LocalDate from, LocalDate to) {
        var day = day(record);
        return (from == null || day != null && !day.isBefore(from))
                && (to == null || day != null && !day.isAfter(to));
    }

    private static boolean has(PublicRecord record, Facet facet, String value) {
        return switch (facet) {
            case PRINCIPLE, PRACTICE -> hasElement(record, value);
            case PRODUCER -> {
                var lineage = new HashSet<ProducerId>();
                if (!value.isBlank()) {
                    PRODUCERS.named(value).forEach(body -> lineage.addAll(PRODUCERS.lineage(body)));
                }
                yield record.producers().stream()
                        .anyMatch(producer ->
                                producer.id() != null
                                        ? lineage.contains(producer.id())
                                        : folded(producer.asReported()).equals(folded(value)));
            }
            case OUTPUT, YEAR, KIND -> keys(record, facet).contains(folded(value));
        };
    }

    private static boolean hasElement(PublicRecord record, String value) {
        var counted = new HashSet<>(keys(record, Facet.PRINCIPLE));
        counted.addAll(keys(record, Facet.PRACTICE));
        if (Stream.of(EditionId.E2_1, EditionId.PRA)
                .anyMatch(edition ->
                        !value.isBlank()
                                && CODE.element(new ElementId(edition, value)).isPresent())) {
            return counted.contains(value);
        }
        return !value.isBlank()
                && CODE.named(value).stream()
                        .anyMatch(element ->
                                Set.of(EditionId.E2_1, EditionId.PRA).contains(element.edition())
                                        ? counted.contains(element.ref())
                                        : cited(record)
                                                .anyMatch(cited ->
                                                        CODE.reach(cited).contains(element)));
    }

    private static Stream<ElementId> cited(PublicRecord record) {
        return record.references().stream().map(PublicRecord.NamedReference::element);
    }

    private static Set<String> keys(PublicRecord record, Facet facet) {
        var keys = new TreeSet<String>();
        switch (facet) {
            case PRINCIPLE ->
                    cited(record)
                            .forEach(cited -> {
                                var own = CODE.principleOf(cited).orElseThrow().id();
                                var ofOwn = in2p1(own);
                                Stream.concat(in2p1(cited).stream(), ofOwn.stream())
                                        .forEach(element ->
                                                keys.add(
                                                        CODE.principleOf(element)
                                                                .orElseThrow()
                                                                .id()
                                                                .ref()));
                                if (ofOwn.isEmpty() || kind(cited) == Kind.ORDER) {
                                    keys.add(
                                            own.edition().equals(EditionId.PRA)
                                                    ? own.ref()
                                                    : own.toString());
                                }
                            });
            case PRACTICE ->
                    cited(record)
                            .filter(cited ->
                                    Set.of(Kind.PRACTICE, Kind.ORDER).contains(kind(cited)))
                            .forEach(cited -> {
                                var practices =
                                        in2p1(cited).stream()
                                                .filter(element -> kind(element) == Kind.PRACTICE)
                                                .toList();
                                practices.forEach(practice -> keys.add(practice.ref()));
                                if (kind(cited) == Kind.ORDER) {
                                    keys.add(cited.ref());
                                } else if (practices.isEmpty()) {
                                    keys.add(cited.toString());
                                }
                            });
            case PRODUCER ->
                    record.producers()
                            .forEach(producer ->
                                    keys.add(
                                            producer.id() != null
                                                    ? producer.id().value()
                                                    : folded(producer.asReported())));
            case OUTPUT -> {
                if (record.outputSeries() != null) {
                    keys.add(folded(record.outputSeries()));
                }
            }
            case YEAR -> {
                if (day(record) != null) {
                    keys.add(Integer.toString(day(record).getYear()));
                }
            }
            case KIND -> {
                if (record.kind() != null) {
                    keys.add(folded(record.kind()));
                }
            }
        }
        return keys;
    }

    private static List<ElementId> in2p1(ElementId element) {
        return CODE.counterparts(element).stream()
                .filter(counterpart -> counterpart.edition().equals(EditionId.E2_1))
                .toList();
    }

    private static Kind kind(ElementId element) {
        return CODE.element(element).orElseThrow().kind();
    }

    private static Map<String, Long> counts(Facet facet, Map<BreachId, PublicRecord> breaches) {
        var counts = new HashMap<String, Long>();
        breaches.values()
                .forEach(record ->
                        keys(record, facet).forEach(key -> counts.merge(key, 1L, Long::sum)));
        return counts;
    }

    private static Map<String, Long> byKey(Facet facet, List<Count> counts) {
        assertThat(counts)
                .isSortedAccordingTo(
                        facet == Facet.YEAR
                                ? (one, other) -> other.value().compareTo(one.value())
                                : (one, other) -> Long.compare(other.count(), one.count()));
        return counts.stream()
                .collect(
                        Collectors.toMap(
                                count ->
                                        facet == Facet.PRINCIPLE || facet == Facet.PRACTICE
                                                ? count.value()
                                                : folded(count.value()),
                                Count::count));
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
