package org.breachregister.core.intake;

import org.breachregister.core.report.Commitment;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds promises: to report back to the regulator, or to do something by a stated time.
final class Promises {

    private static final String REGULATOR =
            "(?:the Authority|Statistics Authority|UKSA|OSR|Office for Statistics Regulation|Good Practice Team|National Statistician"
                    + "|the regulator|Head of Assessment|Director General for Regulation|Assessment Team|Statistics Regulation)\\b";
    private static final Pattern FUTURE =
            Pattern.compile(
                    "\\b(?:will|shall|['’]ll|(?:have|has|had) (?:also )?(?:undertaken|agreed|promised|committed)|undertakes? to|undertook to"
                            + "|(?:intends?|plans?|aims?|expects?|hopes?|promises?|proposes?|commits?) to|is to|are to|(?:is|are) (?:expected|due|planned|committed|promised)|due to be)\\b"
                            + "(?! not\\b| no longer\\b| never\\b)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern REPORT_BACK =
            Pattern.compile(
                    "\\b(?:updat\\w{1,3}|reports?|inform|tell|writ(?:e|ing)|notify|let|send|provide|supply|give|share|confirm|return|advise|brief|submit"
                            + "|keep|forward|come back|respond|report back|be sent|be passed|(?:is|are) promised|be supplied|be provided|be given|be shared|be reported|be submitted)\\b.{0,80}?"
                            + REGULATOR
                            + "|"
                            + REGULATOR
                            + ".{0,30}\\b(?:will|shall) be (?:\\w+ )?(?:informed|told|updated|notified|sent|given|advised|kept|provided)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEDULE =
            Pattern.compile(
                    "\\b(?:statistics|figures|bulletin|release|publication|tables|results|edition|data)\\b(?: \\w+){0,4} (?:will|shall|is to|are to|is due to|are due to|due to) be "
                            + "(?:next )?(?:published|released|updated|issued|on\\b)|scheduled publication|\\bwill be used to\\b|\\bdue for (?:future )?(?:publication|release)",
                    Pattern.CASE_INSENSITIVE);

    /// What a review announced in the sentence before has found is no scheduled release.
    private static final Pattern FINDINGS =
            Pattern.compile(
                    "^(?:the|its|their|our) (?:results?|findings|outcome|conclusions?|report)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern REVIEW =
            Pattern.compile(
                    "\\b(?:review|audit|inquiry|enquiry|investigation|check|test|trial|exercise|inspection|(?:being|is|are|be) (?:gone|going|looked|worked) (?:through|over|into|at)|examin|scrutin|re-?run)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("“[^“”]{0,600}”|\"[^\"]{0,600}\"");
    private static final Pattern SAME_TIME =
            Pattern.compile(
                    "\\bat (?:the same|that|this) time\\b|\\bby then\\b", Pattern.CASE_INSENSITIVE);

    private static final String PART =
            "(?:(?:the )?(?:end|close|beginning|start|middle) of |(?:early|late|mid)[- ]|(?:a |the )?(?:meeting|session|board) (?:of|on|in) (?:the )?)?";
    private static final Pattern DEADLINE =
            Pattern.compile(
                    "\\b(on or before|by|before|until|no later than|not later than|on|in|during|at|end of|for|erbyn)\\s"
                            + "(?:about |around |(?:the )?week (?:of|ending|commencing) |the |our |its )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
                            + PART
                            + "(?=(\\d{1,2}|"
                            + Dates.monthNames().replaceFirst("\\(", "(?:")
                            + "|(?:spring|summer|autumn|winter)|christmas|easter|the end of|end of|the (?:calendar year|year|month|quarter|summer|autumn|spring|new year)\\b|next "
                            + "(?:month|quarter|year|week|release|publication|edition|meeting)))",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// "when it expires at the end of April": the time of something else.
    private static final Pattern ENDS_ITSELF =
            Pattern.compile(
                    "\\b(?:expires?|ends?|lapses?|closes?|runs out|starts?|begins?|due)\\s{0,2}$",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern WITHIN =
            Pattern.compile(
                    "\\b(?:within|in|after) (?:the next )?(?:\\w+|\\d{1,3}) (?:working )?(?:days|weeks|months)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH =
            Pattern.compile(
                    "^(?:the )?" + Dates.monthNames() + ",?\\s?((?:19|20)\\d{2})?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern YEAR_END =
            Pattern.compile(
                    "^(?:by|before|at) (?:the )?end of (?:the|this) (?:current )?calendar year",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SEASON =
            Pattern.compile(
                    "^(?:the )?(?:spring|summer|autumn|winter|christmas|easter|new year|(?:the )?end of the|(?:the )?(?:year|month|quarter)|next)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final String BY = "on or before|by|before|no later than|not later than|erbyn";
    private static final int LONGEST = 900;

    private Promises() {}

    /// A time named as a deadline.
    ///
    /// @param day the day, or null for a season and the like
    private record Time(String preposition, int at, @Nullable LocalDate day) {}

    /// The promises in a report's sections.
    ///
    /// @param reported the day of the report or, where it is unknown, of the breach
    static List<Commitment> in(Map<Section, String> sections, @Nullable LocalDate reported) {
        var promises = new ArrayList<Commitment>();
        for (var section : sections.entrySet()) {
            if (section.getKey() != Section.NARRATIVE && sections.containsKey(Section.NARRATIVE)) {
                continue;
            }
            var before = "";
            for (var sentence : Sentences.of(section.getValue())) {
                if (sentence.length() <= LONGEST) {
                    read(sentence, before, section.getKey() == Section.ACCOUNT, reported, promises);
                }
                before = sentence;
            }
        }
        return promises;
    }

    private static void read(
            String sentence,
            String before,
            boolean account,
            @Nullable LocalDate reported,
            List<Commitment> promises) {
        var bare = QUOTED.matcher(sentence).replaceAll(quote -> " ".repeat(quote.group().length()));
        var future = FUTURE.matcher(bare);
        if (!future.find()) {
            return;
        }
        var reportsBack = REPORT_BACK.matcher(bare);
        var toRegulator =
                reportsBack.find(future.start())
                        || reportsBack.find(0) && reportsBack.end() > future.start();
        var times = times(bare, reported);
        if (!toRegulator) {
            times.removeIf(time -> !isDeadline(time, future.start(), reported));
            var within = WITHIN.matcher(bare);
            if (account
                    || (SCHEDULE.matcher(bare).find()
                            && !(FINDINGS.matcher(bare).find() && REVIEW.matcher(before).find()))
                    || (times.isEmpty() && !(within.find() && within.start() > future.start()))) {
                return;
            }
        }
        promises.add(new Commitment(sentence, due(times, bare, before, reported)));
    }

    /// A promise's time lies ahead, and stands behind "will" unless it says "by".
    private static boolean isDeadline(Time time, int future, @Nullable LocalDate reported) {
        var by = time.preposition().matches(BY);
        var day = time.day();
        if (day != null && reported != null && day.isBefore(reported)) {
            return false;
        }
        return by || (time.at() > future && !time.preposition().matches("until|for|during"));
    }

    private static List<Time> times(String sentence, @Nullable LocalDate reported) {
        return times(sentence, reported, true);
    }

    private static List<Time> times(
            String sentence, @Nullable LocalDate reported, boolean onlyPromised) {
        var times = new ArrayList<Time>();
        var deadline = DEADLINE.matcher(sentence);
        while (deadline.find()) {
            var preposition = deadline.group(1).toLowerCase(java.util.Locale.ROOT);
            if (onlyPromised
                    && ENDS_ITSELF
                            .matcher(
                                    sentence.substring(
                                            Math.max(0, deadline.start() - 40), deadline.start()))
                            .find()) {
                continue;
            }
            var rest =
                    sentence.substring(
                            deadline.end(), Math.min(sentence.length(), deadline.end() + 60));
            var dates = Dates.find(rest, reported == null ? null : reported.getYear());
            if (!dates.isEmpty() && dates.getFirst().start() == 0) {
                times.add(
                        new Time(
                                preposition,
                                deadline.start(),
                                ahead(dates.getFirst(), rest, reported)));
                continue;
            }
            var month = MONTH.matcher(rest);
            if (month.find()) {
                var day = monthEnd(month.group(1), month.group(2), reported);
                if (day != null) {
                    times.add(new Time(preposition, deadline.start(), day));
                }
            } else if (YEAR_END.matcher(sentence.substring(deadline.start())).find()
                    && reported != null) {
                times.add(
                        new Time(
                                preposition,
                                deadline.start(),
                                LocalDate.of(reported.getYear(), 12, 31)));
            } else if (SEASON.matcher(rest).find()) {
                times.add(new Time(preposition, deadline.start(), null));
            }
        }
        return times;
    }

    /// A date without a year is the next such day after the report.
    private static LocalDate ahead(Dates.Found found, String rest, @Nullable LocalDate reported) {
        var date = found.date();
        var written =
                rest.substring(0, Math.min(rest.length(), found.end()))
                        .matches(".*\\d{4}.*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}.*");
        return !written && reported != null && date.isBefore(reported) ? date.plusYears(1) : date;
    }

    private static @Nullable LocalDate monthEnd(
            String name, @Nullable String year, @Nullable LocalDate reported) {
        var month = Dates.month(name);
        if (year != null) {
            return YearMonth.of(Integer.parseInt(year), month).atEndOfMonth();
        }
        if (reported == null || !Character.isUpperCase(name.charAt(0))) {
            return null;
        }
        var next = YearMonth.of(reported.getYear(), month).atEndOfMonth();
        return next.isBefore(reported)
                ? YearMonth.of(reported.getYear() + 1, month).atEndOfMonth()
                : next;
    }

    private static @Nullable LocalDate due(
            List<Time> times, String sentence, String before, @Nullable LocalDate reported) {
        @Nullable LocalDate due = null;
        var by = false;
        for (var time : times) {
            var day = time.day();
            if (day == null || (reported != null && day.isBefore(reported))) {
                continue;
            }
            var isBy = time.preposition().matches(BY);
            if (due == null || isBy || !by) {
                due = day;
                by |= isBy;
            }
        }
        if (due == null && times.isEmpty() && SAME_TIME.matcher(sentence).find()) {
            for (var time : times(before, reported, false)) {
                due = time.day() == null ? due : time.day();
            }
        }
        return due;
    }
}
