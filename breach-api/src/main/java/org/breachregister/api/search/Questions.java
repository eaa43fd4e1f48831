package org.breachregister.api.search;

import org.breachregister.api.search.Question.Problem;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachQuery.Sort;
import org.breachregister.search.Facet;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads questions from the parameters of an address. Whatever is not understood becomes a problem,
/// never a guess: an answer to another question than the one asked would mislead.
public final class Questions {

    /// The names of all parameters, in the order that they are explained in.
    public static final List<String> PARAMETERS =
            List.of(
                    "q",
                    "principle",
                    "practice",
                    "producer",
                    "output",
                    "year",
                    "kind",
                    "from",
                    "to",
                    "sort",
                    "page",
                    "size");

    private static final int LONGEST = 500;
    private static final int MOST_VALUES = 50;
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final CodeOfPractice code;

    public Questions(CodeOfPractice code) {
        this.code = code;
    }

    /// Reads the parameters of an address; empty values count as not given.
    public Question read(Map<String, String[]> parameters) {
        return new Reading(parameters).question();
    }

    private final class Reading {

        private final Map<String, String[]> parameters;
        private final List<Problem> problems = new ArrayList<>();

        Reading(Map<String, String[]> parameters) {
            this.parameters = parameters;
        }

        Question question() {
            for (var name : new TreeSet<>(parameters.keySet())) {
                if (!PARAMETERS.contains(name)) {
                    problem(
                            name,
                            first(name),
                            "There is no such parameter",
                            "one of " + String.join(", ", PARAMETERS));
                }
            }
            var words = single("q").orElse("");
            var filters = new EnumMap<Facet, List<String>>(Facet.class);
            for (var facet : Facet.values()) {
                filters.put(facet, values(facet));
            }
            var from = day("from", Days::first);
            var to = day("to", Days::last);
            if (from != null && to != null && to.isBefore(from)) {
                problem(
                        "to",
                        to.toString(),
                        "The end lies before the start, " + from,
                        "a day from " + from + " on");
                to = null;
            }
            var sort = sort(words);
            var size = number("size", BreachQuery.ALL.size(), 100);
            var page = number("page", 1, BreachQuery.DEEPEST / size);
            return new Question(
                    new BreachQuery(words, filters, from, to, sort, page, size), problems);
        }

        private List<String> values(Facet facet) {
            var good = new ArrayList<String>();
            var seen = new HashSet<String>();
            for (var value : given(facet.key())) {
                if (fits(facet, value) && seen.add(value)) {
                    good.add(value);
                }
            }
            if (good.size() > MOST_VALUES) {
                problem(
                        facet.key(),
                        good.size() + " values",
                        "That is too many at once",
                        "up to " + MOST_VALUES + " values");
                return List.of();
            }
            return good;
        }

        private boolean fits(Facet facet, String value) {
            return switch (facet) {
                case PRINCIPLE ->
                        named(
                                facet,
                                value,
                                "a principle such as T3, Protocol 2, Principle 4 or Standard 3");
                case PRACTICE ->
                        named(
                                facet,
                                value,
                                "a practice such as T3.4, Protocol 2 practice 8 or 3.4");
                case YEAR -> {
                    var fits = YEAR.matcher(value).matches();
                    if (!fits) {
                        problem("year", value, "That is not a year", "four digits such as 2016");
                    }
                    yield fits;
                }
                case PRODUCER, OUTPUT, KIND -> printable(facet.key(), value);
            };
        }

        private boolean named(Facet facet, String value, String accepted) {
            if (!printable(facet.key(), value)) {
                return false;
            }
            if (code.named(value).isEmpty()) {
                problem(facet.key(), value, "No edition of the Code has that number", accepted);
                return false;
            }
            return true;
        }

        private @Nullable LocalDate day(String name, Function<String, Optional<LocalDate>> reader) {
            var written = single(name);
            if (written.isEmpty()) {
                return null;
            }
            var day = reader.apply(written.get());
            if (day.isEmpty()) {
                problem(name, written.get(), "That is not a date", Days.ACCEPTED);
            }
            return day.orElse(null);
        }

        private Sort sort(String words) {
            var usual = words.isEmpty() ? Sort.NEWEST : Sort.RELEVANCE;
            var written = single("sort");
            if (written.isEmpty()) {
                return usual;
            }
            for (var sort : Sort.values()) {
                if (sort.key().equals(written.get())) {
                    return sort;
                }
            }
            problem(
                    "sort",
                    written.get(),
                    "There is no such order",
                    Stream.of(Sort.values()).map(Sort::key).collect(Collectors.joining(", ")));
            return usual;
        }

        private int number(String name, int usual, int most) {
            var written = single(name);
            if (written.isEmpty()) {
                return usual;
            }
            try {
                var number = Integer.parseInt(written.get());
                if (number >= 1 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // reported below like a number out of range
            }
            var deep = name.equals("page") ? "; beyond it, download the register" : "";
            problem(
                    name,
                    written.get(),
                    "That is not a number that can be asked for",
                    "a whole number from 1 to " + most + deep);
            return usual;
        }

        private Optional<String> single(String name) {
            var given = given(name);
            if (given.size() > 1) {
                problem(
                        name,
                        String.join(", ", given),
                        "It is given " + given.size() + " times",
                        "one value");
            }
            return given.stream().findFirst().filter(value -> printable(name, value));
        }

        private List<String> given(String name) {
            var values = parameters.get(name);
            return values == null
                    ? List.of()
                    : Arrays.stream(values)
                            .map(String::strip)
                            .filter(value -> !value.isEmpty())
                            .toList();
        }

        private boolean printable(String name, String value) {
            if (value.length() > LONGEST) {
                problem(
                        name,
                        value.substring(0, 50) + "…",
                        "That is too long",
                        "up to " + LONGEST + " characters");
                return false;
            }
            if (CONTROL.matcher(value).find()) {
                problem(
                        name,
                        CONTROL.matcher(value).replaceAll("\uFFFD"),
                        "It contains control characters",
                        "printable text");
                return false;
            }
            return true;
        }

        private String first(String name) {
            return given(name).stream().findFirst().orElse("");
        }

        private void problem(String parameter, String value, String message, String accepted) {
            problems.add(new Problem(shortened(parameter), shortened(value), message, accepted));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
