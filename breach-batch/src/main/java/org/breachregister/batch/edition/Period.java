package org.breachregister.batch.edition;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The time that a register edition covers.
///
/// @param text the period in its one way of writing, which names the edition's files
/// @param title the period in words
/// @param from first day, or null for `all`
/// @param to last day, or null for `all`
public record Period(String text, String title, @Nullable LocalDate from, @Nullable LocalDate to) {

    /// The ways of writing a period.
    public static final String FORMS =
            """
            A period is one of
              2016                    a calendar year
              2016-10                 a month
              2016-Q4                 a quarter of a calendar year
              2016-17                 a financial year, April 2016 to March 2017
              2016-04-01..2016-12-31  from one day to another
              all                     everything
            2009-10, 2010-11 and 2011-12 are months; write the financial years as 2009-04-01..2010-03-31\
            """;

    /// Everything.
    public static final Period ALL = new Period("all", "all years", null, null);

    private static final Pattern YEAR = Pattern.compile("([12][0-9]{3})");
    private static final Pattern YEAR_AND_TWO_DIGITS = Pattern.compile("([12][0-9]{3})-([0-9]{2})");
    private static final Pattern QUARTER = Pattern.compile("([12][0-9]{3})-[Qq]([1-4])");
    private static final Pattern RANGE =
            Pattern.compile(
                    "([12][0-9]{3}-[0-9]{2}-[0-9]{2})\\.\\.([12][0-9]{3}-[0-9]{2}-[0-9]{2})");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH_ALONE =
            DateTimeFormatter.ofPattern("MMMM", Locale.UK);

    /// Reads a period. What is none throws, saying why and which forms there are.
    public static Period parse(String text) {
        if (text.equals("all")) {
            return ALL;
        }
        Matcher form = YEAR.matcher(text);
        if (form.matches()) {
            return year(Year.parse(form.group(1)));
        }
        form = YEAR_AND_TWO_DIGITS.matcher(text);
        if (form.matches()) {
            return monthOrFinancialYear(
                    text, Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        }
        form = QUARTER.matcher(text);
        if (form.matches()) {
            return quarter(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        }
        form = RANGE.matcher(text);
        if (form.matches()) {
            return range(text, day(text, form.group(1)), day(text, form.group(2)));
        }
        throw noPeriod(text, "it has none of the forms known");
    }

    /// Whether a day lies in the period.
    boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /// Whether the period takes everything, with or without a date.
    boolean takesEverything() {
        return from == null && to == null;
    }

    /// The period as part of a file name.
    String forFileName() {
        return text.replace("..", "-to-");
    }

    private static Period year(Year year) {
        return new Period(
                year.toString(), year.toString(), year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    private static Period monthOrFinancialYear(String text, int year, int digits) {
        if (digits >= 1 && digits <= 12) {
            var month = YearMonth.of(year, digits);
            return new Period(text, MONTH.format(month), month.atDay(1), month.atEndOfMonth());
        }
        if (digits != (year + 1) % 100) {
            throw noPeriod(
                    text,
                    "%s is neither a month nor the year after %s"
                            .formatted(text.substring(5), year));
        }
        var first = YearMonth.of(year, Month.APRIL);
        var last = YearMonth.of(year + 1, Month.MARCH);
        return new Period(
                text,
                MONTH.format(first) + " to " + MONTH.format(last),
                first.atDay(1),
                last.atEndOfMonth());
    }

    private static Period quarter(int year, int quarter) {
        var first = YearMonth.of(year, quarter * 3 - 2);
        var last = first.plusMonths(2);
        return new Period(
                "%s-Q%s".formatted(year, quarter),
                MONTH_ALONE.format(first) + " to " + MONTH.format(last),
                first.atDay(1),
                last.atEndOfMonth());
    }

    private static Period range(String text, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw noPeriod(text, "the end %s lies before the start %s".formatted(to, from));
        }
        return new Period(text, DAY.format(from) + " to " + DAY.format(to), from, to);
    }

    private static LocalDate day(String text, String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw noPeriod(text, "there is no day " + day);
        }
    }

    private static IllegalArgumentException noPeriod(String text, String why) {
        return new IllegalArgumentException(
                "Not a period: '%s': %s. %s".formatted(text, why, FORMS));
    }
}
