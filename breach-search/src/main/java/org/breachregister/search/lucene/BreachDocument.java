package org.breachregister.search.lucene;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.FacetsConfig.DrillDownTermsIndexing;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecord.NamedProducer;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.search.Facet;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Makes the index document of a breach.
///
/// A value of a facet is stored for counting as its key and, where people read it in other words,
/// those words after a line feed: breaches are counted by key and shown by words.
final class BreachDocument {

    static final String ID = "id";
    static final String JSON = "json";
    static final String ALL = "all";
    static final String OUTPUT = "output";
    static final String PRODUCER = "producer";
    static final String REACH = "reach";
    static final String DAY = "day";
    static final String ORDER = "order";
    static final String FIRST_PRODUCER = "first_producer";

    static final char SHOWN_AS = '\n';

    static final FacetsConfig FACETS = facets();

    private final CodeOfPractice code;
    private final Producers producers;
    private final CodeNumbers numbers;
    private final Map<ElementId, Cited> cited = new ConcurrentHashMap<>();

    BreachDocument(CodeOfPractice code, Producers producers) {
        this.code = code;
        this.producers = producers;
        this.numbers = new CodeNumbers(code);
    }

    /// Everything that a citation of one element puts into a document.
    private record Cited(
            Set<ElementId> principles, Set<ElementId> practices, Set<ElementId> reach) {}

    /// The field that holds the keys of a facet, for filters.
    static String keys(Facet facet) {
        return facet.key() + "_key";
    }

    static Term term(BreachId id) {
        return new Term(ID, id.value());
    }

    /// The day that a breach is dated by: of occurrence, else of the report.
    static @Nullable LocalDate day(PublicRecord breach) {
        var from = breach.occurredFrom();
        if (from != null) {
            return from;
        }
        var to = breach.occurredTo();
        return to != null ? to : breach.reportedOn();
    }

    Document of(PublishedBreach breach) {
        var document = new Document();
        var record = breach.record();
        document.add(new StringField(ID, breach.id().value(), Store.NO));
        document.add(
                new NumericDocValuesField(
                        ORDER, breach.id().year() * 1_000_000_000L + breach.id().serial()));
        document.add(new StoredField(JSON, BreachJson.write(breach)));

        addProducers(document, record);
        addReferences(document, record);
        addOutput(document, record);
        addDay(document, record);
        var kind = record.kind();
        if (kind != null && !kind.isBlank()) {
            addFacet(document, Facet.KIND, Keys.folded(kind), Keys.shown(kind));
            addText(document, kind);
        }
        addText(document, record.whereItHappened());
        addText(document, record.account());
        addText(document, record.reasons());
        addText(document, record.impact());
        addText(document, record.correctiveActions());
        record.previousBreaches().forEach(words -> addText(document, words));
        try {
            return FACETS.build(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addProducers(Document document, PublicRecord record) {
        var shown = new LinkedHashMap<String, String>();
        for (var producer : record.producers()) {
            var words = new StringBuilder();
            var id = producer.id();
            for (var name : names(producer)) {
                words.append(name).append(" / ");
            }
            document.add(new TextField(PRODUCER, words.toString(), Store.NO));
            addText(document, words.toString());
            if (id != null) {
                shown.putIfAbsent(Keys.body(id), Keys.shown(producer.display()));
            } else if (!producer.asReported().isBlank()) {
                shown.putIfAbsent(
                        Keys.words(producer.asReported()), Keys.shown(producer.asReported()));
            }
        }
        shown.forEach((key, words) -> addFacet(document, Facet.PRODUCER, key, words));
        if (!record.producers().isEmpty()) {
            var first = Keys.folded(record.producers().getFirst().display());
            document.add(new SortedDocValuesField(FIRST_PRODUCER, new BytesRef(first)));
        }
    }

    private Set<String> names(NamedProducer producer) {
        var names = new TreeSet<String>();
        names.add(producer.asReported());
        var name = producer.name();
        if (name != null) {
            names.add(name);
        }
        var group = producer.group();
        if (group != null) {
            names.add(group);
        }
        var id = producer.id();
        if (id != null) {
            producers
                    .find(id)
                    .ifPresent(body -> {
                        names.add(body.name());
                        names.addAll(body.spellings());
                        body.formerNames().forEach(former -> names.add(former.name()));
                    });
        }
        return names;
    }

    private void addReferences(Document document, PublicRecord record) {
        var reach = new TreeSet<ElementId>();
        var principles = new TreeSet<ElementId>();
        var practices = new TreeSet<ElementId>();
        for (var reference : record.references()) {
            addText(document, reference.asReported());
            var element = reference.element();
            if (element == null) {
                continue;
            }
            if (!reference.asReported().contains(element.ref())) {
                addText(document, element.ref());
            }
            addText(document, reference.title());
            var known = cited.computeIfAbsent(element, this::cited);
            reach.addAll(known.reach());
            principles.addAll(known.principles());
            practices.addAll(known.practices());
        }
        reach.forEach(
                element -> document.add(new StringField(REACH, element.toString(), Store.NO)));
        principles.forEach(
                number -> addFacet(document, Facet.PRINCIPLE, CodeNumbers.value(number), null));
        practices.forEach(
                number -> addFacet(document, Facet.PRACTICE, CodeNumbers.value(number), null));
    }

    private Cited cited(ElementId element) {
        return code.element(element).isEmpty()
                ? new Cited(Set.of(), Set.of(), Set.of(element))
                : new Cited(
                        numbers.principles(element),
                        numbers.practices(element),
                        code.reach(element));
    }

    private static void addOutput(Document document, PublicRecord record) {
        var output = record.output();
        var series = record.outputSeries();
        if (output != null) {
            document.add(new TextField(OUTPUT, output, Store.NO));
            addText(document, output);
        }
        if (series != null && !series.isBlank()) {
            addFacet(document, Facet.OUTPUT, Keys.folded(series), Keys.shown(series));
            if (output == null) {
                document.add(new TextField(OUTPUT, series, Store.NO));
                addText(document, series);
            }
        }
    }

    private static void addDay(Document document, PublicRecord record) {
        var day = day(record);
        if (day != null) {
            document.add(new LongPoint(DAY, day.toEpochDay()));
            document.add(new NumericDocValuesField(DAY, day.toEpochDay()));
            addFacet(document, Facet.YEAR, Integer.toString(day.getYear()), null);
        }
    }

    private static void addText(Document document, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            document.add(new TextField(ALL, text, Store.NO));
        }
    }

    private static void addFacet(
            Document document, Facet facet, String key, @Nullable String shown) {
        if (key.isEmpty()) {
            return;
        }
        document.add(new StringField(keys(facet), key, Store.NO));
        var value = shown == null ? key : key + SHOWN_AS + shown;
        document.add(new SortedSetDocValuesFacetField(facet.key(), value));
    }

    private static FacetsConfig facets() {
        var config = new FacetsConfig();
        for (var facet : Facet.values()) {
            config.setMultiValued(facet.key(), true);
            config.setDrillDownTermsIndexing(facet.key(), DrillDownTermsIndexing.NONE);
        }
        return config;
    }
}
