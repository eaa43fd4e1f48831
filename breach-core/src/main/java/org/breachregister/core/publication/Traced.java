package org.breachregister.core.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A text made of another for searching, which knows where each of its characters came from.
final class Traced {

    private final StringBuilder text;
    private int[] from;
    private int[] to;

    private Traced(int length) {
        text = new StringBuilder(length);
        from = new int[length];
        to = new int[length];
    }

    /// A text as [Printable] publishes it, letters and digits folded.
    static Traced folded(String original) {
        var traced = new Traced(original.length());
        for (int at = 0; at < original.length(); ) {
            var c = original.codePointAt(at);
            var next = at + Character.charCount(c);
            traced.append(Printable.folded(c), at, next);
            at = next;
        }
        return traced;
    }

    /// Without what a pattern finds.
    Traced without(Pattern pattern) {
        var rest = new Traced(text.length());
        var at = 0;
        for (var match : pattern.matcher(text).results().toList()) {
            rest.copy(this, at, match.start());
            at = match.end();
        }
        rest.copy(this, at, text.length());
        return rest;
    }

    /// With markers for spans of this text, in order; a marker came from all that it stands for.
    Traced marked(List<RedactedSpan> spans) {
        var marked = new Traced(text.length());
        var at = 0;
        for (var span : spans) {
            marked.copy(this, at, span.from());
            marked.append(span.marker(), from[span.from()], to[span.to() - 1]);
            at = span.to();
        }
        marked.copy(this, at, text.length());
        return marked;
    }

    /// Spans of this text as spans of the original.
    List<RedactedSpan> inOriginal(List<RedactedSpan> spans) {
        var original = new ArrayList<RedactedSpan>();
        for (var span : spans) {
            original.add(
                    new RedactedSpan(
                            from[span.from()], to[span.to() - 1], span.reason(), span.marker()));
        }
        return original;
    }

    private void copy(Traced other, int start, int end) {
        for (var i = start; i < end; i++) {
            append(other.text.charAt(i), other.from[i], other.to[i]);
        }
    }

    private void append(CharSequence characters, int start, int end) {
        for (var i = 0; i < characters.length(); i++) {
            append(characters.charAt(i), start, end);
        }
    }

    private void append(char c, int start, int end) {
        var at = text.length();
        if (at == from.length) {
            from = Arrays.copyOf(from, at * 2 + 16);
            to = Arrays.copyOf(to, at * 2 + 16);
        }
        from[at] = start;
        to[at] = end;
        text.append(c);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
