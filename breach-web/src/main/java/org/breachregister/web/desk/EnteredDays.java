package org.breachregister.web.desk;

import org.breachregister.web.desk.EnteredDay.Read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Days as a box of a form gives them, one a line: `30 September 2016`, `30/9/2016` or
/// `2016-09-30`.
///
/// @param days the days, as `2016-09-30`, in the order entered
/// @param wrong sentences about lines that are no days
record EnteredDays(List<String> days, List<String> wrong) {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern UK =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[ /.-]+(\\p{L}+|\\d{1,2})[ /.-]+(\\d{4})");

    static EnteredDays of(String text) {
        var days = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    switch (entered(line).read("“" + line + "”")) {
                        case Read.Day(var day) -> days.add(day.toString());
                        case Read.Wrong(var sentence) -> wrong.add(sentence);
                        case Read.None() ->
                                wrong.add(
                                        "“%s” must be a date, such as 27 March 2026"
                                                .formatted(line));
                    }
                });
        return new EnteredDays(days.stream().distinct().toList(), List.copyOf(wrong));
    }

    private static EnteredDay entered(String line) {
        var iso = ISO.matcher(line);
        if (iso.matches()) {
            return new EnteredDay(iso.group(3), iso.group(2), iso.group(1));
        }
        var uk = UK.matcher(line);
        return uk.matches()
                ? new EnteredDay(uk.group(1), uk.group(2), uk.group(3))
                : EnteredDay.EMPTY;
    }
}
