package org.breachregister.api.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the days that people write into addresses and forms.
final class Days {

    static final String ACCEPTED =
            "a day (2016-10-03, 3/10/2016 or 3 October 2016), a month (2016-10) or a year (2016)";

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final List<DateTimeFormatter> DAYS =
            List.of(
                    format("uuuu-M-d"),
                    format("d/M/uuuu"),
                    format("d MMMM uuuu"),
                    format("d MMM uuuu"));

    private Days() {}

    /// The first day of what is written.
    static Optional<LocalDate> first(String written) {
        if (YEAR.matcher(written).matches()) {
            return Optional.of(LocalDate.of(Integer.parseInt(written), 1, 1));
        }
        return month(written).map(month -> month.atDay(1)).or(() -> day(written));
    }

    /// The last day of what is written.
    static Optional<LocalDate> last(String written) {
        if (YEAR.matcher(written).matches()) {
            return Optional.of(LocalDate.of(Integer.parseInt(written), 12, 31));
        }
        return month(written).map(YearMonth::atEndOfMonth).or(() -> day(written));
    }

    private static Optional<YearMonth> month(String written) {
        if (!MONTH.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(written));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String written) {
        for (var format : DAYS) {
            try {
                return Optional.of(LocalDate.parse(written, format));
            } catch (DateTimeException _) {
                // another way of writing it may fit
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
