package org.breachregister.core.casework;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.intake.KindsOfBreach;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.report.PlaceOfFailure.Party;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks at what a person would put into a field. Answers are sentences saying what is wrong and
/// what would be right, or null where nothing is wrong.
final class CorrectionCheck {

    private static final int MOST_VALUES = 50;
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final Set<CorrectedField> SINGLE =
            Set.of(
                    CorrectedField.OUTPUT_TITLE,
                    CorrectedField.OUTPUT_SERIES,
                    CorrectedField.REPORT_DATE,
                    CorrectedField.KIND,
                    CorrectedField.PLACE_OF_FAILURE);

    private final CodeOfPractice code;
    private final Producers producers;

    CorrectionCheck(CodeOfPractice code, Producers producers) {
        this.code = code;
        this.producers = producers;
    }

    /// Values as they are kept: without white space around them, each once, none empty.
    static List<String> tidy(List<String> values) {
        return values.stream()
                .map(Given::tidy)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /// What is wrong with the values of a field.
    @Nullable String problem(CorrectedField field, List<String> values, LocalDate today) {
        if (SINGLE.contains(field) && values.size() > 1) {
            return "%s holds one value, not %d.".formatted(name(field), values.size());
        }
        if (values.size() > MOST_VALUES) {
            return "%s holds %d values at most, not %d."
                    .formatted(name(field), MOST_VALUES, values.size());
        }
        for (var value : values) {
            var problem = Given.singleLine(name(field), value);
            if (problem == null) {
                problem = problem(field, value, today);
            }
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable String problem(CorrectedField field, String value, LocalDate today) {
        return switch (field) {
            case PRODUCERS -> producer(value);
            case OUTPUT_TITLE, OUTPUT_SERIES, PREVIOUS_BREACHES -> null;
            case OUTPUT_LINKS, STATEMENT_LINKS -> link(value);
            case REPORT_DATE, OCCURRENCE_DATES -> day(value, today);
            case REFERENCES -> reference(value);
            case KIND ->
                    KindsOfBreach.all().contains(value)
                            ? null
                            : "'%s' is not a kind of breach. The kinds are: %s."
                                    .formatted(value, String.join(", ", KindsOfBreach.all()));
            case PLACE_OF_FAILURE ->
                    Corrections.party(value).isPresent()
                            ? null
                            : "'%s' is no place of failure. There are: %s."
                                    .formatted(
                                            value,
                                            Arrays.stream(Party.values())
                                                    .map(Party::key)
                                                    .collect(Collectors.joining(", ")));
        };
    }

    private @Nullable String producer(String value) {
        try {
            if (producers.find(new ProducerId(value)).isPresent()) {
                return null;
            }
        } catch (IllegalArgumentException e) {
            return "'%s' is not the identifier of a producer, such as ministry-of-justice."
                    .formatted(value);
        }
        return "No producer has the identifier '%s'.".formatted(value);
    }

    private @Nullable String reference(String value) {
        ElementId element;
        try {
            element = Corrections.element(value);
        } catch (IllegalArgumentException e) {
            return "'%s' does not name an element of the Code. Write its edition and number, such as"
                            .formatted(value)
                    + " 2.0 T3.4.";
        }
        var known =
                code.element(element).isPresent()
                        || code.principleOf(element)
                                .filter(principle -> !code.listsAllPractices(principle.id()))
                                .isPresent();
        return known
                ? null
                : "Edition %s of the Code has no element '%s'."
                        .formatted(element.edition(), element.ref());
    }

    private static @Nullable String day(String value, LocalDate today) {
        LocalDate day;
        try {
            day = LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return "'%s' is not a day. Write it as 2016-09-30.".formatted(value);
        }
        var last = today.plusDays(1).plusYears(1);
        return day.isBefore(FIRST) || day.isAfter(last)
                ? "The day %s cannot be right. Give one from %s to %s."
                        .formatted(value, FIRST, last)
                : null;
    }

    private static @Nullable String link(String value) {
        try {
            var link = new URI(value);
            if (("http".equalsIgnoreCase(link.getScheme())
                            || "https".equalsIgnoreCase(link.getScheme()))
                    && link.getHost() != null
                    && link.getRawUserInfo() == null) {
                return null;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        return "'%s' is not a link to a page. It begins with https:// or http://.".formatted(value);
    }

    private static String name(CorrectedField field) {
        return switch (field) {
            case PRODUCERS -> "The list of producers";
            case OUTPUT_TITLE -> "The title of the output";
            case OUTPUT_SERIES -> "The title of the series";
            case OUTPUT_LINKS -> "The list of links to the output";
            case REPORT_DATE -> "The date of the report";
            case OCCURRENCE_DATES -> "The list of days of occurrence";
            case REFERENCES -> "The list of references to the Code";
            case KIND -> "The kind of breach";
            case PLACE_OF_FAILURE -> "The place of failure";
            case STATEMENT_LINKS -> "The list of links to statements";
            case PREVIOUS_BREACHES -> "The list of earlier breaches";
        };
    }
}
