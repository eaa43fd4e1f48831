package org.breachregister.web.desk;

import org.breachregister.core.casework.CaseRecords.Correction;
import org.breachregister.core.casework.CorrectedField;
import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.Producer;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.OutputSeries;
import org.breachregister.core.report.PlaceOfFailure.Party;
import org.breachregister.core.report.SubmittedReport;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the fields of a report hold, as the texts that a correction is made of, and as a page shows
/// them.
@Component
final class FieldValues {

    private final CodeOfPractice code;
    private final Producers producers;

    FieldValues(CodeOfPractice code, Producers producers) {
        this.code = code;
        this.producers = producers;
    }

    /// What a field holds now.
    ///
    /// @param corrections the corrections of the case
    static List<String> now(
            SubmittedReport report, List<Correction> corrections, CorrectedField field) {
        return newest(corrections, field)
                .map(Correction::after)
                .orElseGet(() -> asRead(report, field));
    }

    static Optional<Correction> newest(List<Correction> corrections, CorrectedField field) {
        return corrections.stream().filter(one -> one.field() == field).reduce((_, later) -> later);
    }

    /// What a report holds in a field.
    static List<String> asRead(SubmittedReport report, CorrectedField field) {
        return switch (field) {
            case PRODUCERS -> texts(report.producers().stream().map(ReportedProducer::id));
            case OUTPUT_TITLE -> texts(Stream.ofNullable(report.outputTitle()));
            case OUTPUT_SERIES ->
                    texts(Stream.ofNullable(report.outputTitle()).map(OutputSeries::titleOf));
            case OUTPUT_LINKS -> report.outputLinks();
            case REPORT_DATE -> texts(Stream.ofNullable(report.reportDate()));
            case OCCURRENCE_DATES -> texts(report.occurrenceDates().stream());
            case REFERENCES -> texts(report.references().stream().map(CitedReference::element));
            case KIND -> texts(Stream.ofNullable(report.kind()));
            case PLACE_OF_FAILURE ->
                    texts(
                            Stream.ofNullable(report.placeOfFailure())
                                    .map(place -> place.party().key()));
            case STATEMENT_LINKS -> report.statementLinks();
            case PREVIOUS_BREACHES -> report.previousBreaches();
        };
    }

    private static List<String> texts(Stream<? extends @Nullable Object> values) {
        return values.filter(Objects::nonNull).map(String::valueOf).distinct().toList();
    }

    /// A value as a page shows it.
    String shown(CorrectedField field, String value) {
        return switch (field) {
            case PRODUCERS -> body(value).map(Producer::name).orElse(value);
            case REFERENCES -> element(value).map(this::shown).orElse(value);
            case REPORT_DATE, OCCURRENCE_DATES -> day(value);
            case KIND -> Words.capital(value);
            case PLACE_OF_FAILURE ->
                    Arrays.stream(Party.values())
                            .filter(party -> party.key().equals(value))
                            .map(Named::party)
                            .findFirst()
                            .orElse(value);
            default -> value;
        };
    }

    List<String> shown(CorrectedField field, List<String> values) {
        return values.stream().map(value -> shown(field, value)).toList();
    }

    /// `Protocol 2 (edition 1.0): Release practices`.
    String shown(ElementId element) {
        var title = title(element);
        return Words.element(element) + (title == null ? "" : ": " + title);
    }

    @Nullable String title(ElementId id) {
        return code.element(id)
                .map(element -> element.title() == null ? element.topic() : element.title())
                .orElse(null);
    }

    private Optional<Producer> body(String value) {
        try {
            return producers.find(new ProducerId(value));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The element that a text such as `2.0 T3.4` names, if it is one.
    static Optional<ElementId> element(String text) {
        var space = text.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ElementId(
                            new EditionId(text.substring(0, space)),
                            text.substring(space + 1).strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String day(String value) {
        try {
            return Words.day(LocalDate.parse(value));
        } catch (DateTimeParseException _) {
            return value;
        }
    }
}
