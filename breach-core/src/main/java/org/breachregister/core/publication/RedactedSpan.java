package org.breachregister.core.publication;

import org.breachregister.core.report.PersonalDatum;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Words of a text that are not published.
///
/// @param from offset of the first character, from 0
/// @param to offset after the last character
/// @param reason why, in a word: that of [PersonalDatum.Kind] for personal data
/// @param marker what stands in their place
public record RedactedSpan(int from, int to, String reason, String marker) {

    public RedactedSpan {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("Not a span: %d to %d".formatted(from, to));
        }
    }

    static RedactedSpan of(int from, int to, PersonalDatum.Kind kind) {
        return new RedactedSpan(from, to, kind.key(), kind.marker());
    }

    /// The same characters in spans that do not overlap, in order. What overlaps becomes one, with
    /// the reason of the longest.
    public static List<RedactedSpan> apart(Collection<RedactedSpan> spans) {
        return merged(spans, 0);
    }

    /// The same, and what touches becomes one too, since it is one marker to a reader.
    public static List<RedactedSpan> joined(Collection<RedactedSpan> spans) {
        return merged(spans, 1);
    }

    private static List<RedactedSpan> merged(Collection<RedactedSpan> spans, int near) {
        var inOrder = new ArrayList<>(spans);
        inOrder.sort(
                Comparator.comparingInt(RedactedSpan::from).thenComparingInt(span -> -span.to()));
        var merged = new ArrayList<RedactedSpan>();
        var longest = 0;
        for (var span : inOrder) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || span.from() >= last.to() + near) {
                merged.add(span);
                longest = span.length();
            } else {
                var longer = span.length() > longest;
                longest = Math.max(longest, span.length());
                merged.set(
                        merged.size() - 1,
                        new RedactedSpan(
                                last.from(),
                                Math.max(last.to(), span.to()),
                                longer ? span.reason() : last.reason(),
                                longer ? span.marker() : last.marker()));
            }
        }
        return List.copyOf(merged);
    }

    /// The words in their text.
    public String in(String text) {
        return text.substring(from, to);
    }

    private int length() {
        return to - from;
    }
}
