package org.breachregister.core.intake;

import org.breachregister.core.intake.Sentences.Sentence;
import org.breachregister.core.report.Exposure;
import org.breachregister.core.report.Exposure.Kind;
import org.breachregister.core.report.Exposure.Unit;
import org.breachregister.core.text.Gated;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds in an account how early, how late or for how long statistics were out.
final class Exposures {

    private static final String UNIT =
            "(minutes?|mins?|hours?|hrs?|(?:working|business|calendar) days?|days?|weeks?)";
    private static final String AMOUNT =
            "(?:\\b("
                    + Amounts.ABOUT
                    + ")\\s)?(?:\\b"
                    + Amounts.NUMBER
                    + "[- ]"
                    + UNIT
                    + "|\\b(half an hour|an hour and a half|a quarter of an hour|(?:a|an|one|1)(?: full| whole)? (?:minute|hour|(?:working )?day|week)))";

    private static final String RIGHT_TIME =
            "(?:it (?:should|was due|was to)|they (?:should|were due|were to)|its (?:release|publication|time)|their (?:release|publication|time)"
                    + "|(?:the |its |their |our )?(?:(?:official|announced|scheduled|planned|usual|standard|proper|due|public|formal|general|pre-?announced|embargo|bulletin|report|statistics)[- ,]?(?:s\\b)?\\s?){0,3}"
                    + "(?:release|publication|embargo|time|hour|date|statistics|bulletin|report|9[.:]30|09[.:]?30|half past nine|nine[- ]thirty)"
                    + "|(?:it|they) (?:was|were) (?:published|released|public|out)|we published)";
    private static final Gated EARLY =
            Gated.compile(
                    AMOUNT
                            + "\\s(?:(?:too )?(?:early|soon)\\b|ahead of (?:time|schedule)|(?:ahead of|before|in advance of|prior to|earlier than) "
                            + RIGHT_TIME
                            + "|ahead\\b(?! of)|too soon)");
    private static final Gated LATE =
            Gated.compile(
                    AMOUNT
                            + "\\s(?:(?:too )?late\\b|behind (?:the |its )?(?:time|schedule|timetable|rest)|overdue|(?:after|later than|beyond|past) "
                            + RIGHT_TIME
                            + ")|\\b(?:delay(?:ed)? (?:of|by)|held up (?:for|by)|late by|behind by|off the (?:web ?)?site for|unavailable for|were? lost)\\s"
                            + AMOUNT);
    private static final Gated OPEN =
            Gated.compile(
                    "\\b(?:available|visible|live|accessible|online|readable|open|public|exposed|displayed|on show|on display|up|there|searchable|published|remained|stayed|lay|stood|seen)\\b"
                            + "(?: (?:to|on|in|at|by|as)(?: [\\w'’-]{1,20}){1,6}?)? for\\s"
                            + AMOUNT
                            + "|\\b(?:removed|taken (?:down|off)|withdrawn|deleted|vanished|disabled|unpublished|closed|put right)(?: again)? (?:after|within|in|inside)\\s"
                            + AMOUNT);
    private static final Pattern BEFORE_TIME =
            Pattern.compile("^,?\\s(?:before|ahead of|prior to) (?:" + RIGHT_TIME + ")");

    private static final String TIME =
            "(\\d{1,2}[.:]\\d{2}\\s?(?:[ap]\\.?m\\b\\.?)?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?|noon|midday|midnight)";
    private static final Gated TWO_TIMES =
            Gated.compile(
                    "\\b(?:at|from|by)?\\s?(?<![\\d.:])"
                            + TIME
                            + "(?:,| \\([^()]{0,30}\\))?\\s(?:instead of|rather than|and not|not|as opposed to|when (?:it|they) (?:should|was|were)(?: have)?(?: been)?(?: due)?(?: out| published| released)?|where it should have been|, ?before|ahead of)"
                            + "(?: at| on| from| the)?(?: (?:usual|standard|scheduled|announced|proper|official|planned|required))?(?: (?:time|release time|release|hour|publication time))?(?: of| at)?\\s"
                            + TIME);
    private static final Gated DUE_BUT =
            Gated.compile(
                    "\\b(?:due|scheduled|announced|set|planned|timed|meant|supposed)\\b[^.;]{0,40}?\\b(?:at|for)\\s"
                            + TIME
                            + "[^.;]{0,60}\\b(?:but|and|yet|however)\\b[^.;]{0,60}\\b(?:published|released|live|appeared|out|visible|available|up|online)\\b[^.;]{0,12}\\b(?:at|until|till|from|before)\\s"
                            + TIME);

    /// Sentences about what is usual, allowed or planned tell of no breach.
    private static final Gated USUAL =
            Gated.compile(
                    "\\b(?:usually|normally|ordinarily|always|routinely|in future|from now on|will (?:be|now|not|have)|must|may not|are (?:given|granted|entitled)|is (?:given|granted|entitled)"
                            + "|entitled to|allow(?:s|ed)? (?:for|access)|the (?:limit|rule) is|no (?:earlier|more) than|not (?:early|late)|policy is|eligible)\\b");

    private static final Duration LONGEST_BETWEEN = Duration.ofHours(14);

    private Exposures() {}

    /// The first exposure that sentences state, or null. What is early or late goes before what was
    /// open for a time, and what is stated before what two times of day tell.
    static @Nullable Exposure in(List<Sentence> sentences) {
        @Nullable Exposure open = null;
        @Nullable Exposure computed = null;
        for (var sentence : sentences) {
            var stated = stated(sentence);
            if (stated != null) {
                return stated;
            }
            if (computed == null) {
                computed = computed(sentence);
            }
            if (open == null) {
                var found = first(OPEN, sentence);
                open = found == null ? null : exposure(Kind.OPEN, found, found.group());
            }
        }
        return computed == null ? open : computed;
    }

    private static @Nullable MatchResult first(Gated pattern, Sentence sentence) {
        var found = pattern.first(sentence.text(), sentence.trigrams());
        return found == null || USUAL.isIn(sentence.text(), sentence.trigrams()) ? null : found;
    }

    private static @Nullable Exposure stated(Sentence sentence) {
        var early = first(EARLY, sentence);
        if (early != null) {
            return exposure(Kind.EARLY, early, early.group());
        }
        var open = first(OPEN, sentence);
        if (open != null) {
            var before = BEFORE_TIME.matcher(sentence.text().substring(open.end()));
            if (before.find()) {
                return exposure(Kind.EARLY, open, open.group() + before.group());
            }
        }
        var late = first(LATE, sentence);
        return late == null ? null : exposure(Kind.LATE, late, late.group());
    }

    private static @Nullable Exposure exposure(Kind kind, MatchResult match, String words) {
        var phrase = match.group(4);
        var about = match.group(1) != null || words.contains("within");
        var written = Lines.tidy(words);
        if (phrase != null) {
            return ofPhrase(kind, phrase.toLowerCase(Locale.ROOT), about, written);
        }
        var amount = Amounts.of(match.group(2));
        var unit = unit(match.group(3));
        return amount == 0 ? null : new Exposure(kind, amount, unit, about, false, written);
    }

    private static Exposure ofPhrase(Kind kind, String phrase, boolean about, String written) {
        return switch (phrase) {
            case "half an hour" -> new Exposure(kind, 30, Unit.MINUTES, about, false, written);
            case "an hour and a half" ->
                    new Exposure(kind, 90, Unit.MINUTES, about, false, written);
            case "a quarter of an hour" ->
                    new Exposure(kind, 15, Unit.MINUTES, about, false, written);
            default -> new Exposure(kind, 1, unit(phrase), about, false, written);
        };
    }

    private static Unit unit(String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("min")) {
            return Unit.MINUTES;
        }
        if (lower.contains("h") && !lower.contains("day")) {
            return Unit.HOURS;
        }
        if (lower.contains("week")) {
            return Unit.WEEKS;
        }
        return lower.contains("working") || lower.contains("business")
                ? Unit.WORKING_DAYS
                : Unit.DAYS;
    }

    /// "went live at 9.02 instead of 9.30"
    private static @Nullable Exposure computed(Sentence sentence) {
        var two = first(TWO_TIMES, sentence);
        if (two != null) {
            return between(TimesOfDay.of(two.group(1)), TimesOfDay.of(two.group(2)), two.group());
        }
        var due = first(DUE_BUT, sentence);
        return due == null
                ? null
                : between(TimesOfDay.of(due.group(2)), TimesOfDay.of(due.group(1)), due.group());
    }

    private static @Nullable Exposure between(
            @Nullable LocalTime happened, @Nullable LocalTime right, String words) {
        if (happened == null || right == null || happened.equals(right)) {
            return null;
        }
        var apart = Duration.between(right, happened);
        if (apart.abs().compareTo(LONGEST_BETWEEN) > 0) {
            return null;
        }
        return new Exposure(
                apart.isNegative() ? Kind.EARLY : Kind.LATE,
                (int) apart.abs().toMinutes(),
                Unit.MINUTES,
                false,
                true,
                Lines.tidy(words));
    }
}
