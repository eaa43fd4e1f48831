package org.breachregister.core.report;

import java.util.List;
import java.util.regex.Pattern;

/// Finds the series that a statistical output belongs to.
public final class OutputSeries {

    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";
    private static final String YEAR =
            "(?:19|20)\\d{2}(?:\\s?[/–-]\\s?(?:(?:19|20)?\\d{2}))?(?!\\d)";
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";
    private static final String TO = "\\s?(?:-|–|—|/|&|to|and|until|,)\\s?";
    private static final String SEASON =
            "(?:spring|summer|autumn|winter)(?:\\s(?:term|exam series))?";
    private static final String QUARTER =
            "(?:Q[1-4](?:"
                    + TO
                    + "Q[1-4])?|quarters?\\s[1-4]|(?:first|second|third|fourth|1st|2nd|3rd|4th)\\squarter)";

    /// A point of time: `20 January 2016`, `January 2016`, `Q1 2010`, `2016/17`, `week 8 of 2020`.
    private static final String POINT =
            "(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\\s)?"
                    + DAY
                    + "\\s"
                    + MONTH
                    + "(?:,?\\s"
                    + YEAR
                    + ")?"
                    + "|"
                    + MONTH
                    + "(?:"
                    + TO
                    + MONTH
                    + ")?(?:\\squarter)?,?\\s"
                    + YEAR
                    + "|"
                    + QUARTER
                    + ",?\\s?(?:\\([^()]{0,30}\\)\\s?)?(?:of\\s)?(?:"
                    + YEAR
                    + ")?"
                    + "|"
                    + SEASON
                    + ",?\\s"
                    + YEAR
                    + "|week\\s(?:number\\s|no\\.?\\s)?\\d{1,2}(?:,?\\s(?:of\\s)?"
                    + YEAR
                    + ")?"
                    + "|(?<!\\d)\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}"
                    + "|mid[- ]?"
                    + YEAR
                    + "|"
                    + YEAR
                    + ")";

    private static final String LEAD =
            "(?:(?:covering|for|in|at|as at|as of|to|up to|from|since|until|between|on|released|published|release of|of|the|data to|data for|data up to|position at|period|quarterly tables released|statistics released)\\s){0,3}"
                    + "(?:(?:financial|academic|school|calendar|reporting|tax|fiscal)\\s)?"
                    + "(?:(?:rolling\\s)?(?:\\d{1,2}|twelve|six|three)\\s(?:months|weeks|quarters)\\s(?:to|ending|ended)\\s)?"
                    + "(?:(?:years?|quarters?|months?|weeks?|w/e|w/c|week|periods?|seasons?)(?:\\s(?:ending|ended|to|commencing|beginning|up to|and))?\\s)?"
                    + "(?:(?:end|the end of|end of|early|late|mid)[\\s-])?";

    private static final Pattern PERIOD =
            Pattern.compile(
                    "(?<![\\p{L}\\d/-])"
                            + LEAD
                            + "(?:"
                            + POINT
                            + "|"
                            + MONTH
                            + "(?="
                            + TO
                            + MONTH
                            + "\\s"
                            + ")"
                            + ")"
                            + "(?:(?:"
                            + TO
                            + "|\\s)(?:(?:end|ending)\\s)?(?:"
                            + POINT
                            + "|"
                            + MONTH
                            + "(?=\\s"
                            + YEAR
                            + ")))?"
                            + "(?:\\s(?:school year|academic year|financial year|season|quarter|quarters|update|exam series))?(?![\\p{L}\\d])",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTHS_WITHOUT_YEAR =
            Pattern.compile(
                    "(?<![\\p{L}\\d])"
                            + MONTH
                            + "\\s?(?:-|–|to|/|and)\\s?"
                            + MONTH
                            + "(?:\\squarter)?(?![\\p{L}\\d])",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DAYS_TO_DAY =
            Pattern.compile(
                    "(?<![\\p{L}\\d])(?:"
                            + DAY
                            + "\\s)?"
                            + MONTH
                            + "\\s?(?:-|–|to|/|and)\\s?(?:"
                            + DAY
                            + "\\s)?"
                            + MONTH
                            + "(?:\\squarter)?,?\\s"
                            + YEAR,
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern FORMER_TITLE =
            Pattern.compile(
                    "\\s?\\((?:formerly|previously|was|replaces|replacing|successor (?:to|of)|now|renamed)\\b[^()]{0,200}\\)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER =
            Pattern.compile(
                    ",?\\s(?:wave|no\\.?|number|issue|edition|volume|vol\\.?|round)\\s\\d{1,4}\\b|(?<=:)\\s(?:year)\\s\\d{1,2}\\b(?=\\s?(?:\\(|$))",
                    Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> TIDY =
            List.of(
                    Pattern.compile(
                            "\\(\\s{0,3}(?:to|in|at|for|update|release|data|the|released|published|release of|,|-|:|\\s){0,6}\\s{0,3}\\)",
                            Pattern.CASE_INSENSITIVE),
                    Pattern.compile(
                            "(?:[\\s,;:–-]|\\b(?:to|for|in|at|as at|as of|of|from|and|up to|on|covering|between|released|published|data to|the)\\b){1,8}$",
                            Pattern.CASE_INSENSITIVE),
                    Pattern.compile("[,;:–-]\\s?update$", Pattern.CASE_INSENSITIVE),
                    Pattern.compile("\\s?[,;:](?=\\s\\()"),
                    Pattern.compile("^[\\s,;:–-]{1,8}"));
    private static final Pattern SPACE = Pattern.compile("\\s{1,99}");
    private static final Pattern DOUBLED = Pattern.compile("\\s?([,;:])(?:\\s?[,;:–-])+\\s?");
    private static final Pattern BEFORE_MARK = Pattern.compile("\\s+(?=[,;:)])|(?<=\\()\\s+");
    private static final int LONGEST = 1000;

    private OutputSeries() {}

    /// The title of the series: the output's title with periods, dates and editions taken out. The
    /// same for each part of a series as long as its title stays; what tells a weekly from a
    /// monthly output stays in it.
    public static String titleOf(String outputTitle) {
        var title = SPACE.matcher(outputTitle).replaceAll(" ").strip();
        if (title.length() > LONGEST) {
            return title;
        }
        var before = "";
        var series = title;
        while (!series.equals(before)) {
            before = series;
            series = once(series);
        }
        return series.chars().filter(Character::isLetter).count() < 3 ? title : series;
    }

    private static String once(String title) {
        var text = FORMER_TITLE.matcher(title).replaceAll("");
        text = NUMBER.matcher(text).replaceAll("");
        text = DAYS_TO_DAY.matcher(text).replaceAll(" ");
        text = PERIOD.matcher(text).replaceAll(" ");
        text = MONTHS_WITHOUT_YEAR.matcher(text).replaceAll(" ");
        text = SPACE.matcher(text).replaceAll(" ");
        for (var pattern : TIDY) {
            text = pattern.matcher(text).replaceAll("");
        }
        text = BEFORE_MARK.matcher(text).replaceAll("");
        text = DOUBLED.matcher(text).replaceAll("$1 ");
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
