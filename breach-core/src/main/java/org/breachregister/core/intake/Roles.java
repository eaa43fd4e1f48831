package org.breachregister.core.intake;

import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.text.Places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Finds roles that tell who somebody is without a name: the only holder of a grade, a member of a
/// team of three, whoever was on duty. A role that many could hold is none.
final class Roles {

    private static final String JOB =
            "(?:[\\p{Ll}\\d-]{2,20}\\s){0,3}?(?:(?:Band|Grade|grade|band)\\s[\\w]{1,3}|(?:Senior |Higher |Deputy |Assistant |Chief )?(?:Statistician|Principal|Executive Officer|Statistical Officer|Economist)"
                    + "|statistician|actuary|accountant|officer|analyst|principal|economist|researcher|manager|secretary|administrator|apprentice|trainee|student|secondee|adviser|advisor|lead|head|deputy|director"
                    + "|programmer|developer|editor|clerk|assistant|scientist|demographer|epidemiologist|inspector|veterinarian|pathologist|coroner|registrar)(?:\\s(?:principal|secretary|director|head|manager|officer|statistician|analyst))?s?";
    private static final String ANYONE = "(?:person|member of staff|employee|colleague|woman|man)";
    private static final String TEAM =
            "(?:team|branch|unit|section|cell|division|office|desk|group|directorate|agency|body|staff)";
    private static final String FEW = "(?:two|three|four|five|six|2|3|4|5|6)";
    private static final String WORDS = "(?:[\\w’'&-]{1,20}\\s){0,4}?";

    private static final List<Pattern> PATTERNS =
            List.of(
                    // the only deputy principal in the branch; the only Band C2 in the cell
                    Pattern.compile(
                            "\\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir)\\s(?:only|sole|one)\\s(?!of\\b)"
                                    + JOB
                                    + "\\b(?:\\s(?:in|on|of|at|within)\\s(?:the|our|its|that|this)\\s"
                                    + WORDS
                                    + TEAM
                                    + "\\b)?"),
                    Pattern.compile(
                            "\\b(?:[Tt]he|[Oo]ur)\\s(?:only|sole|one)\\s"
                                    + ANYONE
                                    + "\\s(?:(?:in|on|of|at|within)\\s(?:the|our|its|that|this)\\s"
                                    + WORDS
                                    + TEAM
                                    + "|who\\s(?:can|could|knows|knew|runs|ran|maintains|maintained|has|had|holds|held)\\s(?:[\\w’'&-]{1,20}\\s){0,3}?[\\w’'&-]{1,20})\\b"),
                    // a statistician on the team of three
                    Pattern.compile(
                            "\\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\\s"
                                    + JOB
                                    + "\\b\\s(?:in|on|of|from)\\s(?:a|the|our|its)\\s"
                                    + WORDS
                                    + TEAM
                                    + "\\sof\\s(?:only\\s|just\\s)?"
                                    + FEW
                                    + "\\b"),
                    // the two people who run the survey
                    Pattern.compile(
                            "\\b(?:[Tt]he|[Oo]ur)\\s(?:only\\s)?"
                                    + FEW
                                    + "\\s(?:people|persons|"
                                    + JOB
                                    + ")\\s(?:who|that)\\s(?:run|produce|compile|make|edit|maintain|manage|make up|work on|publish|prepare|write|own|lead|look after)s?\\s(?:the|our|this|these|its)\\s(?:[\\w’'&-]{1,20}\\s){0,3}?[\\w’'&-]{1,20}\\b"),
                    // the Head of Profession's private secretary
                    Pattern.compile(
                            "\\b(?:[Tt]he|[Oo]ur)\\s(?:Head of Profession|Chief Statistician|National Statistician|Permanent Secretary|Chief Executive|Director(?: General)?|Lead Official|Minister|First Minister|Secretary of State|Deputy Director|Chief Economist|Statistician General|Registrar General)[’']s\\s(?:[\\p{Ll}-]{2,20}\\s){0,2}?(?:secretary|assistant|deputy|diary manager|chief of staff|speechwriter|adviser)\\b"),
                    // the duty press officer; the press officer on duty that morning
                    Pattern.compile(
                            "\\b(?:[Tt]he|[Oo]ur|[Aa])\\s(?:duty|on-call|on-duty|out-of-hours|weekend)\\s(?:[\\p{Ll}-]{2,20}\\s){0,2}?(?:officer|statistician|analyst|manager|editor|adviser|engineer|director|secretary)\\b"),
                    Pattern.compile(
                            "\\b[Tt]he\\s(?:[\\p{Ll}-]{2,20}\\s){0,2}?(?:officer|statistician|analyst|manager|editor|engineer|adviser)\\s(?:on duty|on call|on the early shift|on the night shift)\\b"),
                    // the newest member of the team; the former head of branch
                    Pattern.compile(
                            "\\b(?:[Tt]he|[Oo]ur)\\s(?:newest|youngest|oldest|most junior|most senior|longest-serving|most recent)\\s(?:member|"
                                    + JOB
                                    + ")\\s(?:of|in|on)\\s(?:the|our)\\s"
                                    + WORDS
                                    + TEAM
                                    + "\\b"),
                    Pattern.compile(
                            "\\b(?:[Tt]he|[Oo]ur)\\s(?:former|previous|new|acting|outgoing)\\s(?:[Hh]ead|[Dd]eputy [Hh]ead|[Dd]irector|[Ll]eader|[Mm]anager)\\sof\\s(?:the\\s|our\\s)?"
                                    + TEAM
                                    + "\\b"));

    /// What the articles and possessives that open a role start with.
    private static final String ARTICLES = "tToOaAiI";

    private Roles() {}

    /// The roles in a text, in order and without overlaps.
    static List<PersonalDatum> in(String field, String text) {
        var found = new ArrayList<PersonalDatum>();
        for (var pattern : PATTERNS) {
            Places.each(
                    pattern,
                    text,
                    (words, at) ->
                            ARTICLES.indexOf(words.charAt(at)) >= 0 && Places.isWord(words, at),
                    role ->
                            found.add(
                                    new PersonalDatum(
                                            PersonalDatum.Kind.ROLE,
                                            role.group(),
                                            field,
                                            role.start(),
                                            role.end())));
        }
        found.sort(
                Comparator.comparingInt(PersonalDatum::start).thenComparingInt(one -> -one.end()));
        var apart = new ArrayList<PersonalDatum>();
        for (var one : found) {
            if (apart.isEmpty() || one.start() >= apart.getLast().end()) {
                apart.add(one);
            }
        }
        return apart;
    }
}
