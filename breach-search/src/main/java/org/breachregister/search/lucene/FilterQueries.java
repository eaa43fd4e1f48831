package org.breachregister.search.lucene;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.Producers;
import org.breachregister.search.Facet;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// Queries for filters. A value that nothing is known of finds nothing.
final class FilterQueries {

    private final CodeOfPractice code;
    private final Producers producers;
    private final CodeNumbers numbers;

    FilterQueries(CodeOfPractice code, Producers producers) {
        this.code = code;
        this.producers = producers;
        this.numbers = new CodeNumbers(code);
    }

    /// Breaches that have at least one of the values.
    Query anyOf(Facet facet, List<String> values) {
        return switch (facet) {
            case PRINCIPLE, PRACTICE ->
                    elements(
                            values.stream()
                                    .map(Keys::shown)
                                    .filter(value -> !value.isEmpty())
                                    .flatMap(value -> elements(value).stream())
                                    .toList());
            case PRODUCER -> {
                var keys = new TreeSet<String>();
                for (var value : values) {
                    var words = Keys.shown(value);
                    if (!words.isEmpty()) {
                        keys.add(Keys.words(words));
                        for (var body : producers.named(words)) {
                            producers.lineage(body).forEach(id -> keys.add(Keys.body(id)));
                        }
                    }
                }
                yield terms(BreachDocument.keys(facet), keys);
            }
            case OUTPUT, KIND, YEAR ->
                    terms(BreachDocument.keys(facet), values.stream().map(Keys::folded).toList());
        };
    }

    /// Breaches dated from one day to another, both included.
    static Query between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return LongPoint.newRangeQuery(
                BreachDocument.DAY,
                from == null ? Long.MIN_VALUE : from.toEpochDay(),
                to == null ? Long.MAX_VALUE : to.toEpochDay());
    }

    /// Breaches that cite one of the elements or a counterpart.
    ///
    /// Numbers that breaches are counted under find exactly what is counted; those of other
    /// editions find everything within their reach.
    Query elements(Collection<Number> numbers) {
        var counted = new TreeSet<String>();
        var reached = new TreeSet<String>();
        for (var number : numbers) {
            if (number.counted()) {
                counted.add(CodeNumbers.value(number.element()));
            } else {
                reached.add(number.element().toString());
            }
        }
        var either = new BooleanQuery.Builder();
        either.add(terms(BreachDocument.keys(Facet.PRINCIPLE), counted), Occur.SHOULD);
        either.add(terms(BreachDocument.keys(Facet.PRACTICE), counted), Occur.SHOULD);
        either.add(terms(BreachDocument.REACH, reached), Occur.SHOULD);
        return new ConstantScoreQuery(either.build());
    }

    /// What a person's words, or a value from a count, name in the Code.
    List<Number> elements(String words) {
        var counted = numbers.counted(words);
        if (counted.isPresent()) {
            return List.of(new Number(counted.get(), numbers.countsUnderItself(counted.get())));
        }
        return code.named(words).stream()
                .map(element -> new Number(element, CodeNumbers.isCounted(element)))
                .toList();
    }

    /// An element looked for.
    ///
    /// @param counted whether what is counted under its number is meant, and not all in its reach
    record Number(ElementId element, boolean counted) {}

    private static Query terms(String field, Collection<String> terms) {
        return new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList());
    }
}
