package org.breachregister.core.casework;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.Producer;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.OutputSeries;
import org.breachregister.core.report.PlaceOfFailure;
import org.breachregister.core.report.PlaceOfFailure.Party;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Puts what persons made of a report's fields in the place of what was read. The producer's own
/// words stay wherever they name what was corrected.
final class Corrections {

    private final Producers producers;

    Corrections(Producers producers) {
        this.producers = producers;
    }

    /// What a field holds, as the texts that a correction of it is made of.
    static List<String> value(SubmittedReport report, CorrectedField field) {
        return switch (field) {
            case PRODUCERS -> texts(report.producers().stream().map(ReportedProducer::id));
            case OUTPUT_TITLE -> optional(report.outputTitle());
            case OUTPUT_SERIES -> {
                var title = report.outputTitle();
                yield title == null ? List.of() : List.of(OutputSeries.titleOf(title));
            }
            case OUTPUT_LINKS -> report.outputLinks();
            case REPORT_DATE -> optional(report.reportDate());
            case OCCURRENCE_DATES -> texts(report.occurrenceDates().stream());
            case REFERENCES -> texts(report.references().stream().map(CitedReference::element));
            case KIND -> optional(report.kind());
            case PLACE_OF_FAILURE -> {
                var place = report.placeOfFailure();
                yield place == null ? List.of() : List.of(place.party().key());
            }
            case STATEMENT_LINKS -> report.statementLinks();
            case PREVIOUS_BREACHES -> report.previousBreaches();
        };
    }

    /// What a report has no place for of the corrections of it.
    static PublicPreview.Corrected beside(Map<CorrectedField, List<String>> corrected) {
        var series = corrected.get(CorrectedField.OUTPUT_SERIES);
        return new PublicPreview.Corrected(
                series == null || series.isEmpty() ? null : series.getFirst(),
                corrected.get(CorrectedField.STATEMENT_LINKS));
    }

    /// A report with the corrections of it.
    SubmittedReport in(SubmittedReport read, Map<CorrectedField, List<String>> corrected) {
        var changed = new LinkedHashMap<>(corrected);
        changed.entrySet()
                .removeIf(one ->
                        value(read, one.getKey()).equals(one.getValue())
                                && !tellsWhere(read, one.getKey()));
        return changed.isEmpty() ? read : new Corrected(read, changed).report();
    }

    /// Whether a person's word makes a place of failure certain that was only suggested.
    private static boolean tellsWhere(SubmittedReport read, CorrectedField field) {
        return field == CorrectedField.PLACE_OF_FAILURE
                && read.placeOfFailure() != null
                && read.whereItHappened() == null;
    }

    private static List<String> texts(Stream<? extends @Nullable Object> values) {
        return values.filter(Objects::nonNull).map(String::valueOf).distinct().toList();
    }

    private static List<String> optional(@Nullable Object value) {
        return value == null ? List.of() : List.of(value.toString());
    }

    private static @Nullable String first(List<String> value) {
        return value.isEmpty() ? null : value.getFirst();
    }

    /// The element that a text such as `2.0 T3.4` names.
    static ElementId element(String text) {
        var space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("Not an element of the Code: " + text);
        }
        return new ElementId(
                new EditionId(text.substring(0, space)), text.substring(space + 1).strip());
    }

    /// The party of a key, if there is one.
    static Optional<Party> party(String key) {
        return Arrays.stream(Party.values()).filter(party -> party.key().equals(key)).findFirst();
    }

    /// Pairs what a person named with the words of the report: those that meant it already; else,
    /// those that may mean it; else, where as many words as things are left, each in its turn.
    private static <T, W> Map<T, Optional<W>> paired(
            List<T> named,
            List<W> written,
            Function<T, Predicate<W>> means,
            Function<T, Predicate<W>> mayMean) {
        var pairs = new LinkedHashMap<T, Optional<W>>();
        var left = new ArrayList<>(written);
        for (var how : List.of(means, mayMean)) {
            for (var one : named) {
                if (!pairs.containsKey(one)) {
                    var words = written.stream().filter(how.apply(one)).findFirst();
                    if (words.isPresent()) {
                        pairs.put(one, words);
                        left.removeIf(how.apply(one));
                    }
                }
            }
        }
        var rest = named.stream().filter(one -> !pairs.containsKey(one)).toList();
        for (var i = 0; i < rest.size(); i++) {
            pairs.put(
                    rest.get(i),
                    rest.size() == left.size() ? Optional.of(left.get(i)) : Optional.empty());
        }
        return pairs;
    }

    private final class Corrected {

        private final SubmittedReport read;
        private final Map<CorrectedField, List<String>> changed;

        Corrected(SubmittedReport read, Map<CorrectedField, List<String>> changed) {
            this.read = read;
            this.changed = changed;
        }

        SubmittedReport report() {
            var evidence = new LinkedHashMap<>(read.evidence());
            changed.keySet().forEach(field -> evidence.remove(field.key()));
            var days =
                    of(
                            CorrectedField.OCCURRENCE_DATES,
                            read.occurrenceDates(),
                            value -> value.stream().map(LocalDate::parse).toList());
            return new SubmittedReport(
                    read.form(),
                    of(CorrectedField.PRODUCERS, read.producers(), value -> producers(value, days)),
                    optionally(CorrectedField.OUTPUT_TITLE, read.outputTitle(), text -> text),
                    of(CorrectedField.OUTPUT_LINKS, read.outputLinks(), value -> value),
                    optionally(CorrectedField.REPORT_DATE, read.reportDate(), LocalDate::parse),
                    days,
                    of(CorrectedField.REFERENCES, read.references(), this::references),
                    optionally(CorrectedField.KIND, read.kind(), text -> text),
                    changed.containsKey(CorrectedField.PLACE_OF_FAILURE)
                            ? where()
                            : read.whereItHappened(),
                    read.sections(),
                    read.personalData(),
                    read.commitments(),
                    of(CorrectedField.PREVIOUS_BREACHES, read.previousBreaches(), value -> value),
                    read.anomalies(),
                    evidence,
                    changed.containsKey(CorrectedField.OCCURRENCE_DATES)
                            ? read.occurrences().stream()
                                    .filter(one -> days.contains(one.from()))
                                    .toList()
                            : read.occurrences(),
                    read.exposure(),
                    read.peopleReached(),
                    optionally(
                            CorrectedField.PLACE_OF_FAILURE,
                            read.placeOfFailure(),
                            key -> new PlaceOfFailure(party(key).orElseThrow(), "", 1)),
                    of(CorrectedField.STATEMENT_LINKS, read.statementLinks(), value -> value),
                    read.unknownLabels(),
                    read.remarks(),
                    read.proposals());
        }

        /// The place of failure in words, null for the producer's own staff.
        private @Nullable String where() {
            var key = first(changed.getOrDefault(CorrectedField.PLACE_OF_FAILURE, List.of()));
            return key == null
                    ? null
                    : switch (party(key).orElseThrow()) {
                        case PRODUCER -> null;
                        case PRESS_OFFICE -> "A press office";
                        case MINISTER -> "A minister's office";
                        case RECIPIENT -> "A recipient of the statistics";
                        case SUPPLIER -> "A supplier";
                        case PUBLISHER -> "Those who publish for the producer";
                    };
        }

        private <T> T of(CorrectedField field, T asRead, Function<List<String>, T> made) {
            var value = changed.get(field);
            return value == null ? asRead : made.apply(value);
        }

        private <T> @Nullable T optionally(
                CorrectedField field, @Nullable T asRead, Function<String, T> made) {
            var value = changed.get(field);
            if (value == null) {
                return asRead;
            }
            var text = first(value);
            return text == null ? null : made.apply(text);
        }

        private List<ReportedProducer> producers(List<String> ids, List<LocalDate> days) {
            var day = days.stream().sorted().findFirst().orElse(null);
            var named = ids.stream().map(ProducerId::new).toList();
            return paired(
                            named,
                            read.producers(),
                            id -> words -> id.equals(words.id()),
                            id -> words -> words.candidates().contains(id))
                    .entrySet()
                    .stream()
                    .sorted(inOrder(named))
                    .map(pair -> producer(pair.getKey(), pair.getValue(), day))
                    .toList();
        }

        private ReportedProducer producer(
                ProducerId id, Optional<ReportedProducer> written, @Nullable LocalDate day) {
            if (written.isPresent() && id.equals(written.get().id())) {
                return written.get();
            }
            Optional<Producer> body = producers.find(id);
            var name = body.map(it -> it.nameOn(day)).orElse(id.value());
            return new ReportedProducer(
                    written.map(ReportedProducer::asWritten).orElse(name),
                    id,
                    name,
                    1,
                    "corrected",
                    List.of());
        }

        private List<CitedReference> references(List<String> elements) {
            var named = elements.stream().map(Corrections::element).distinct().toList();
            return paired(
                            named,
                            read.references(),
                            element -> words -> element.equals(words.element()),
                            element -> words -> words.candidates().contains(element))
                    .entrySet()
                    .stream()
                    .sorted(inOrder(named))
                    .map(pair ->
                            new CitedReference(
                                    pair.getValue()
                                            .map(CitedReference::asWritten)
                                            .orElse(pair.getKey().ref()),
                                    pair.getKey(),
                                    List.of(),
                                    1,
                                    null))
                    .toList();
        }

        private static <K, V> Comparator<Map.Entry<K, V>> inOrder(List<K> named) {
            return Comparator.comparingInt(pair -> named.indexOf(pair.getKey()));
        }
    }
}
