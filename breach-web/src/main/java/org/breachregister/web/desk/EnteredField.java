package org.breachregister.web.desk;

import org.breachregister.core.casework.CorrectedField;
import org.breachregister.core.intake.KindsOfBreach;
import org.breachregister.core.report.PlaceOfFailure.Party;
import org.breachregister.web.desk.ChangeFieldPage.Option;
import org.breachregister.web.desk.EnteredDay.Read;
import org.breachregister.web.page.Words;
import org.springframework.util.MultiValueMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A field as a form gives it, whatever its shape.
///
/// @param text a line, or several
/// @param day a day
/// @param chosen what is ticked
/// @param search words to find a body by, or the number of a further element of the Code
record EnteredField(String text, EnteredDay day, List<String> chosen, String search) {

    static final String VALUE = "value";
    private static final int MOST = 50;

    static EnteredField of(CorrectedField field, List<String> now) {
        var first = now.isEmpty() ? "" : now.getFirst();
        return switch (shape(field)) {
            case "day" ->
                    new EnteredField(
                            "",
                            EnteredDay.of(first.isEmpty() ? null : LocalDate.parse(first)),
                            List.of(),
                            "");
            case "days" ->
                    new EnteredField(
                            String.join(
                                    "\n",
                                    now.stream()
                                            .map(day -> Words.day(LocalDate.parse(day)))
                                            .toList()),
                            EnteredDay.EMPTY,
                            List.of(),
                            "");
            case "bodies", "elements", "options" -> new EnteredField("", EnteredDay.EMPTY, now, "");
            default -> new EnteredField(String.join("\n", now), EnteredDay.EMPTY, List.of(), "");
        };
    }

    static EnteredField of(CorrectedField field, MultiValueMap<String, String> form) {
        var ticked =
                form.getOrDefault(VALUE, List.of()).stream()
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .limit(MOST)
                        .toList();
        return switch (shape(field)) {
            case "bodies", "elements", "options" ->
                    new EnteredField("", EnteredDay.EMPTY, ticked, text(form, "search"));
            case "day" ->
                    new EnteredField(
                            "",
                            new EnteredDay(
                                    text(form, "valueDay"),
                                    text(form, "valueMonth"),
                                    text(form, "valueYear")),
                            List.of(),
                            "");
            default -> new EnteredField(text(form, VALUE), EnteredDay.EMPTY, List.of(), "");
        };
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        var text = form.getFirst(name);
        return text == null ? "" : text;
    }

    static String shape(CorrectedField field) {
        return switch (field) {
            case PRODUCERS -> "bodies";
            case REFERENCES -> "elements";
            case KIND, PLACE_OF_FAILURE -> "options";
            case REPORT_DATE -> "day";
            case OCCURRENCE_DATES -> "days";
            case OUTPUT_TITLE, OUTPUT_SERIES -> "line";
            case OUTPUT_LINKS, STATEMENT_LINKS, PREVIOUS_BREACHES -> "lines";
        };
    }

    static List<Option> options(CorrectedField field, EnteredField entered) {
        var chosen = entered.chosen();
        return switch (field) {
            case KIND ->
                    KindsOfBreach.all().stream()
                            .map(kind ->
                                    new Option(
                                            kind, Words.capital(kind), null, chosen.contains(kind)))
                            .toList();
            case PLACE_OF_FAILURE ->
                    Arrays.stream(Party.values())
                            .map(party ->
                                    new Option(
                                            party.key(),
                                            Named.party(party),
                                            null,
                                            chosen.contains(party.key())))
                            .toList();
            default -> List.of();
        };
    }

    /// What was entered, as the texts of a correction.
    ///
    /// @param problems what is wrong with it; the value counts where they are empty
    record Value(List<String> value, List<Problem> problems) {}

    Value read(CorrectedField field) {
        return switch (shape(field)) {
            case "day" ->
                    switch (day.read("The date")) {
                        case Read.Day(var date) -> new Value(List.of(date.toString()), List.of());
                        case Read.None() -> new Value(List.of(), List.of());
                        case Read.Wrong(var sentence) ->
                                new Value(List.of(), List.of(new Problem(VALUE, sentence)));
                    };
            case "days" -> {
                var days = EnteredDays.of(text);
                yield new Value(
                        days.days(),
                        days.wrong().stream()
                                .map(sentence -> new Problem(VALUE, sentence))
                                .toList());
            }
            case "line" ->
                    new Value(
                            Stream.of(text.strip()).filter(one -> !one.isEmpty()).toList(),
                            List.of());
            case "lines" ->
                    new Value(
                            text.lines()
                                    .map(String::strip)
                                    .filter(one -> !one.isEmpty())
                                    .distinct()
                                    .toList(),
                            List.of());
            case "elements" -> elements();
            default -> new Value(chosen, List.of());
        };
    }

    private Value elements() {
        var all = new ArrayList<>(chosen);
        var further = search.strip();
        if (!further.isEmpty()) {
            if (FieldValues.element(further).isEmpty()) {
                return new Value(
                        all,
                        List.of(
                                new Problem(
                                        "search",
                                        "“%s” must be an edition and a number in it, such as 2.0 T3.10"
                                                .formatted(further))));
            }
            all.add(further);
        }
        return new Value(all.stream().distinct().toList(), List.of());
    }
}
