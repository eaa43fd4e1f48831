package org.breachregister.core.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds spans of a section again in words that were taken from it, whatever became of the white
/// space between them.
final class Excerpt {

    private Excerpt() {}

    /// The parts of the words that lie in spans of the section, wherever the words stand there.
    static List<RedactedSpan> spans(String words, String section, List<RedactedSpan> removed) {
        var wanted = Letters.of(words);
        if (removed.isEmpty() || wanted.text().isEmpty()) {
            return List.of();
        }
        var held = Letters.of(section);
        var spans = new ArrayList<RedactedSpan>();
        for (var at = held.text().indexOf(wanted.text());
                at >= 0;
                at = held.text().indexOf(wanted.text(), at + 1)) {
            for (var span : removed) {
                var first = Math.max(0, held.firstFrom(span.from()) - at);
                var last = Math.min(wanted.text().length(), held.firstFrom(span.to()) - at) - 1;
                if (first <= last) {
                    spans.add(
                            new RedactedSpan(
                                    wanted.offsets()[first],
                                    wanted.offsets()[last] + 1,
                                    span.reason(),
                                    span.marker()));
                }
            }
        }
        return spans;
    }

    /// A text without white space, and where each of its characters stands.
    private record Letters(String text, int[] offsets) {

        static Letters of(String original) {
            var text = new StringBuilder(original.length());
            var where = new int[original.length()];
            for (var i = 0; i < original.length(); i++) {
                var c = original.charAt(i);
                if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                    where[text.length()] = i;
                    text.append(c);
                }
            }
            return new Letters(text.toString(), Arrays.copyOf(where, text.length()));
        }

        /// The first character that stands at an offset of the original or after it.
        int firstFrom(int offset) {
            var low = 0;
            var high = offsets.length;
            while (low < high) {
                var middle = (low + high) >>> 1;
                if (offsets[middle] < offset) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
