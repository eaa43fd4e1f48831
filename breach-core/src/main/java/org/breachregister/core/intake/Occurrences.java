package org.breachregister.core.intake;

import org.breachregister.core.intake.Dates.Found;
import org.breachregister.core.report.Occurrence;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Divides the field of occurrence into its times, each with the practices written beside it.
final class Occurrences {

    private static final Pattern RANGE =
            Pattern.compile(
                    "\\s{0,3}(?:-|–|—|\\bto\\b|\\buntil\\b|\\btill\\b|\\bthrough\\b)\\s{0,3}(?:the\\s)?(?:\\p{L}{3,9}day,?\\s)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TOGETHER =
            Pattern.compile(
                    "\\s{0,3}(?:,|&|\\band\\b|,\\s?and\\b)\\s{0,3}(?:on\\s|again\\son\\s|the\\s)?(?:\\p{L}{3,9}day,?\\s)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern CITES =
            Pattern.compile("[TQV]\\d|\\d\\.\\d|ractice|rotocol|rinciple|tandard");
    private static final Pattern ENDS =
            Pattern.compile("^[\\s,;/|&–—-]{1,20}|(?:[\\s,;/|&–—-]|\\band\\b){1,20}$");
    private static final Pattern PRACTICES =
            Pattern.compile("[TQV]\\d{1,2}(?:\\.\\d{1,2})?|(?<![\\d.:])\\d{1,2}\\.\\d(?![\\d.:])");
    private static final int NEAR = 40;

    private Occurrences() {}

    /// The times in a field, in the order written.
    ///
    /// @param days those of its dates that are days of occurrence
    /// @param practices reads the references in words, none of them dates
    static List<Occurrence> in(
            String field, List<LocalDate> days, Function<String, List<String>> practices) {
        var dates = Dates.find(field).stream().filter(one -> days.contains(one.date())).toList();
        if (dates.isEmpty()) {
            return months(field);
        }
        var cites = CITES.matcher(field).find();
        var spans = spans(field, dates);
        var behind = cites && practicesStandBehind(field, spans, practices);
        var times = new ArrayList<Occurrence>();
        for (var i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            var from = i == 0 ? 0 : border(field, spans.get(i - 1), span);
            var to = i + 1 < spans.size() ? border(field, span, spans.get(i + 1)) : field.length();
            var start = behind || !cites ? span.start() : from;
            var end = behind || !cites ? to : span.end();
            var cited =
                    cites
                            ? practices.apply(
                                    behind
                                            ? field.substring(span.end(), to)
                                            : field.substring(from, span.start()))
                            : List.<String>of();
            times.add(
                    new Occurrence(
                            trimmed(field.substring(start, end)),
                            span.from(),
                            span.to().equals(span.from()) ? null : span.to(),
                            clock(
                                    field,
                                    span,
                                    from,
                                    to,
                                    i == 0 || times.getLast().timeOfDay() == null),
                            cited));
        }
        return shared(field, spans, times);
    }

    /// Where no day is given, the months.
    private static List<Occurrence> months(String field) {
        return OccurrenceDates.months(field).stream()
                .map(month ->
                        new Occurrence(
                                trimmed(field),
                                month.atDay(1),
                                month.atEndOfMonth(),
                                null,
                                List.of()))
                .toList();
    }

    /// One day, or the first and last day of a range.
    private record Span(LocalDate from, LocalDate to, int start, int end) {}

    private static List<Span> spans(String field, List<Found> dates) {
        var spans = new ArrayList<Span>();
        for (var i = 0; i < dates.size(); i++) {
            var one = dates.get(i);
            var next = i + 1 < dates.size() ? dates.get(i + 1) : null;
            var range =
                    next != null
                            && one.end() <= next.start()
                            && one.date().isBefore(next.date())
                            && RANGE.matcher(field.substring(one.end(), next.start())).matches();
            if (range && next != null) {
                spans.add(new Span(one.date(), next.date(), one.start(), next.end()));
                i++;
            } else if (!spans.isEmpty() && spans.getLast().to().equals(one.date())) {
                // The same day in another language or form.
                var same = spans.removeLast();
                spans.add(new Span(same.from(), same.to(), same.start(), one.end()));
            } else {
                spans.add(new Span(one.date(), one.date(), one.start(), one.end()));
            }
        }
        return spans;
    }

    /// Where the words of one time end and those of the next start.
    private static int border(String field, Span one, Span next) {
        var depth = 0;
        for (var i = one.end(); i < next.start(); i++) {
            var c = field.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && (";\n/&".indexOf(c) >= 0 || field.startsWith(" and", i))) {
                return i;
            }
        }
        return next.start();
    }

    private static boolean practicesStandBehind(
            String field, List<Span> spans, Function<String, List<String>> practices) {
        return spans.isEmpty()
                || practices.apply(field.substring(0, spans.getFirst().start())).isEmpty();
    }

    /// The time of day right behind a date, or else, where it is nobody else's, right before it.
    private static @Nullable LocalTime clock(
            String field, Span span, int from, int to, boolean free) {
        var behind = field.substring(span.end(), Math.min(to, span.end() + NEAR));
        var time = TimesOfDay.of(withoutPractices(behind));
        if (time != null || !free) {
            return time;
        }
        var before = field.substring(Math.max(from, span.start() - NEAR), span.start());
        return TimesOfDay.of(withoutPractices(before));
    }

    private static String withoutPractices(String words) {
        return PRACTICES.matcher(words).replaceAll(" ");
    }

    /// "3 and 4 May 2021 (T3.4)": what is cited behind the last of days that stand together belongs
    /// to each.
    private static List<Occurrence> shared(String field, List<Span> spans, List<Occurrence> times) {
        for (var i = times.size() - 2; i >= 0; i--) {
            var one = times.get(i);
            var next = times.get(i + 1);
            var between = field.substring(spans.get(i).end(), spans.get(i + 1).start());
            if (one.practices().isEmpty()
                    && !next.practices().isEmpty()
                    && TOGETHER.matcher(between).matches()) {
                times.set(
                        i,
                        new Occurrence(
                                one.asWritten(),
                                one.from(),
                                one.to(),
                                one.timeOfDay(),
                                next.practices()));
            }
        }
        return List.copyOf(times);
    }

    private static String trimmed(String words) {
        return ENDS.matcher(Lines.tidy(words)).replaceAll("").strip();
    }
}
