package org.breachregister.core.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Short signs by which reports of one event are found among many: two that [SameEvent] takes for
/// one share at least one sign, but for rare exceptions. That they share a sign means little.
public final class EventSigns {

    /// A sign that so many reports bear says nothing: it stands for words that everybody writes.
    public static final int COMMON = 200;

    private static final int RUN = 4;
    private static final int SMALLEST = 6;

    private EventSigns() {}

    /// The signs of a report, as numbers that stay the same for ever.
    public static Set<Long> of(SubmittedReport report) {
        var signs = new LinkedHashSet<Long>();
        var series = String.join(" ", SameEvent.series(report.outputTitle()));
        for (var day : report.occurrenceDates()) {
            report.producers()
                    .forEach(producer -> signs.add(sign("producer", SameEvent.key(producer), day)));
            if (!series.isEmpty()) {
                signs.add(sign("output", series, day));
            }
        }
        var reported = report.reportDate();
        if (reported != null) {
            report.producers()
                    .forEach(producer ->
                            signs.add(sign("reported", SameEvent.key(producer), reported)));
        }
        signs.addAll(smallest(PlainWords.told(report)));
        return signs;
    }

    /// Of the runs of words, those with the smallest numbers: texts that share most of their runs
    /// share most of these.
    private static List<Long> smallest(List<String> words) {
        return PlainWords.runs(words, RUN).stream()
                .map(run -> sign("words", run, ""))
                .sorted(Long::compareUnsigned)
                .limit(SMALLEST)
                .toList();
    }

    /// FNV-1a over the characters, mixed once more so that the smallest are evenly spread.
    private static long sign(String kind, String name, Object day) {
        var text = kind + "|" + name + "|" + day;
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
