package org.breachregister.core.intake;

import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds the words of a report that name an earlier breach.
final class EarlierBreaches {

    private static final Pattern NOT_ONE =
            Pattern.compile(
                    "\\b(?:no (?:breach|report|event|incident)\\w{0,2} of th(?:is|at) (?:nature|kind|type|sort)|no (?:other |known |record of (?:any )?)?(?:earlier|previous|prior|past|similar|such|other|connection with any|link with any)\\b"
                            + "|(?:knows?|aware) of (?:no|none)|not aware of any|no (?:link|links|connection) (?:with|to) (?:any|previous|earlier|other)"
                            + "|(?:has|have|had) not (?:had|been|reported|before)|hasn['’]t had|haven['’]t had|never (?:before|had|been)|not (?:been )?(?:a|any|had a) (?:previous|earlier|prior)"
                            + "|(?:was|were|been) not (?:reported|a breach|breaches)|not because it was|near[- ]miss(?:es)?|first (?:such )?(?:breach|time|occasion|occurrence)"
                            + "|(?:exception|exemption)s?\\b.{0,80}\\b(?:granted|approved|agreed|given)|(?:granted|approved|agreed|given)\\b.{0,40}\\b(?:exception|exemption)"
                            + "|National Statistics Code|(?:previous|former|old|older|earlier|preceding|2002) Code|before the (?:present |current )?Code|under an? (?:older|earlier|previous) code"
                            + "|predecessor (?:of|to) the Code|did not (?:amount to|constitute)|was not (?:in itself )?a breach|put right before)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BREACH =
            Pattern.compile(
                    "\\b(?:breach(?:es|ed)?|breach report|reported|disclosures?|a like event|incidents?|occurrences?|accidental(?:ly)? releases?d?|wrongful releases?|leaks?)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern EARLIER =
            Pattern.compile(
                    "\\b(?:previous(?:ly)?|earlier|prior|past|before|similar(?:ly)?|like|alike|identical(?:ly)?|same|second|third|another|again|last (?:year|month|time|breach)|also|once|closest|repeat(?:ed)?|recurrence"
                            + "|breach(?:es)? (?:of|on|in|concerning|involving|at|reported)|breach reports? (?:of|in|dated|from)|reported (?:to|on|in|an?|that|breach(?:es)?)|root)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_WITHOUT_DATE =
            Pattern.compile(
                    "\\b(?:(?:previous|earlier|prior|similar|another|second|third|last|recent) (?:\\w+ )?breach(?:es)? (?:of|in|by|involving|concerning|on|was|were|occurred|happened|took|reported|relating|this|last)"
                            + "|(?:second|third|fourth|fifth) (?:such |similar )?breach|had (?:a|one|two|three) (?:previous |earlier |similar )?breach(?:es)?"
                            + "|reported (?:a|one|two|an) (?:similar|earlier|previous|like) (?:breach|event|incident|case)"
                            + "|(?:similar|same|like) (?:breach|incident|event|error) (?:occurred|happened|took place|was reported))\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_REPORT =
            Pattern.compile(
                    "\\b(?:our|an earlier|a previous|a prior|a former|another) (?:breach )?report(?: to (?:the Authority|OSR|UKSA|the regulator))?,? (?:of|dated|made on|made in|submitted on|sent on)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("(?<![\\d/–-])(?:19|20)\\d{2}(?![\\d/–-])");
    private static final int DAYS_EARLIER = 21;
    private static final int LONGEST = 900;

    private EarlierBreaches() {}

    /// The sentences that name one.
    ///
    /// @param occurred the day of the breach or, where it is unknown, of the report
    static List<String> in(Map<Section, String> sections, @Nullable LocalDate occurred) {
        var found = new ArrayList<String>();
        for (var section : sections.entrySet()) {
            var running =
                    section.getKey() == Section.NARRATIVE
                            || !sections.containsKey(Section.NARRATIVE)
                                    && section.getKey() != Section.STATEMENTS
                                    && section.getKey() != Section.SUPPORTING;
            if (running) {
                for (var sentence : Sentences.of(section.getValue())) {
                    if (sentence.length() <= LONGEST && names(sentence, occurred)) {
                        found.add(sentence);
                    }
                }
            }
        }
        return found;
    }

    private static boolean names(String sentence, @Nullable LocalDate occurred) {
        if (occurred != null
                && OWN_REPORT.matcher(sentence).find()
                && !NOT_ONE.matcher(sentence).find()
                && hasEarlierDate(sentence, occurred)) {
            return true;
        }
        if (!BREACH.matcher(sentence).find() || NOT_ONE.matcher(sentence).find()) {
            return false;
        }
        if (NAMED_WITHOUT_DATE.matcher(sentence).find()) {
            return true;
        }
        return occurred != null
                && EARLIER.matcher(sentence).find()
                && (hasEarlierDate(sentence, occurred) || hasEarlierYear(sentence, occurred));
    }

    private static boolean hasEarlierDate(String sentence, LocalDate occurred) {
        return Dates.find(sentence).stream()
                .anyMatch(found -> found.date().isBefore(occurred.minusDays(DAYS_EARLIER)));
    }

    private static boolean hasEarlierYear(String sentence, LocalDate occurred) {
        return YEAR.matcher(sentence)
                .results()
                .anyMatch(year -> {
                    var before = sentence.substring(Math.max(0, year.start() - 6), year.start());
                    return Integer.parseInt(year.group()) < occurred.getYear()
                            && !before.endsWith("since ");
                });
    }
}
