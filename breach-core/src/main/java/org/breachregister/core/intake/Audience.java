package org.breachregister.core.intake;

import org.breachregister.core.intake.Sentences.Sentence;
import org.breachregister.core.report.PeopleReached;
import org.breachregister.core.text.Gated;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Finds in an account how many people saw what they should not have seen, or not yet.
final class Audience {

    private static final String PEOPLE =
            "(?:people|persons?|individuals|officials?|civil servants|recipients?|addressees|subscribers?|users?|readers?|colleagues?|staff|members?|journalists?|reporters?|broadcasters"
                    + "|newspapers|news ?rooms|news desks|analysts?|advisers?|advisors?|employees?|officers?|contacts|customers|stakeholders|visitors?|viewers|managers?|ministers?|correspondents"
                    + "|organisations|companies|suppliers|authorities|councillors|economists?|researchers?|academics?|consultants?|participants|attendees|inspectors|mailboxes|addresses|commanders)";
    private static final String COUNT =
            "(?:("
                    + Amounts.ABOUT
                    + ")\\s)?\\b"
                    + Amounts.NUMBER
                    + "\\s(?:(?!(?:days?|weeks?|hours?|minutes?|months?|years?|and|or|of|per|on|in|at|to|by|the|for|from|with|who|which|that|am|pm|per)\\b)[\\w'’-]{2,20}\\s){0,3}?"
                    + PEOPLE
                    + "\\b";
    private static final String SEEN =
            "(?:sent|e-?mailed|mailed|forwarded|shared|circulated|issued|copied|passed|shown|given|disclosed|released|leaked|delivered|went|gone|reached|visible|available|accessible|open|opened|seen|viewed|read|accessed|downloaded|received|used|browsed|found|cascaded|briefed|told|posted|published)";
    private static final Gated GIVEN =
            Gated.compile(
                    "\\b"
                            + SEEN
                            + "\\b(?: [\\w'’-]{1,20}){0,8}?,? (?:to|with|by|among|amongst|before)\\s(?:the\\s|all\\s|its\\s|our\\s|a list of\\s|an? \\w+ list of\\s)?"
                            + COUNT);
    private static final Gated SAW =
            Gated.compile(
                    "(?<!of )(?<!of the )\\b"
                            + COUNT
                            + "(?: [\\w'’,-]{1,20}){0,6}? (?:saw|had (?:already )?(?:seen|opened|viewed|read|received|access|sight|browsed|downloaded)|opened|viewed|read|received|accessed|downloaded|looked at|were (?:sent|given|shown|told|copied|able)|was (?:sent|given|shown|told|copied|able)|got|could (?:see|read|open|view)|clicked)\\b");

    private static final List<Gated> PATTERNS = List.of(GIVEN, SAW);

    /// Words that turn a number of people into something else.
    private static final Gated OTHER =
            Gated.compile(
                    "\\b(?:eligible|entitled|no (?:one|user)|none|nobody|surveyed|survey of|interviewed|will (?:be|now)|has been cut|in future|limited to|restricted to|must|cleared (?:for|to)|all of whom (?:are|were) on)\\b");

    private Audience() {}

    /// The first number of people that sentences state, or null.
    static @Nullable PeopleReached in(List<Sentence> sentences) {
        for (var sentence : sentences) {
            for (var pattern : PATTERNS) {
                var found = pattern.first(sentence.text(), sentence.trigrams());
                if (found != null && !OTHER.isIn(sentence.text(), sentence.trigrams())) {
                    var number = Amounts.of(found.group(2));
                    if (number > 0) {
                        return new PeopleReached(
                                number, found.group(1) != null, Lines.tidy(found.group()));
                    }
                }
            }
        }
        return null;
    }
}
