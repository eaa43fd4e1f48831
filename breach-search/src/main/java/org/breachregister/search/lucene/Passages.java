package org.breachregister.search.lucene;

import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.search.BreachResults.Passage;
import org.breachregister.search.BreachResults.Piece;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Cuts the passages that hold the words looked for out of a breach.
final class Passages {

    private static final int USUAL_LENGTH = 160;
    private static final int LONGEST = 400;
    private static final int LEAD = 100;
    private static final int MOST_TEXT = 50_000;

    private static final List<Source> SOURCES =
            List.of(
                    new Source("output", 1, PublicRecord::output),
                    new Source("account", 2, PublicRecord::account),
                    new Source("reasons", 1, PublicRecord::reasons),
                    new Source("impact", 1, PublicRecord::impact),
                    new Source("corrective_actions", 1, PublicRecord::correctiveActions));

    private final QueryWords words;
    private final BreachAnalyzer analyzer;

    Passages(QueryWords words, BreachAnalyzer analyzer) {
        this.words = words;
        this.analyzer = analyzer;
    }

    /// A text that passages are cut from.
    private record Source(
            String column, int passages, Function<PublicRecord, @Nullable String> text) {}

    List<Passage> of(PublicRecord breach, QueryWords.Parsed question) throws IOException {
        var passages = new ArrayList<Passage>();
        for (var source : SOURCES) {
            var text = source.text().apply(breach);
            var query = text == null ? null : words.marked(question, source.column());
            if (text != null && query != null) {
                passages.addAll(of(source, query, text));
            }
        }
        return passages;
    }

    private List<Passage> of(Source source, Query query, String text) throws IOException {
        var found = new ArrayList<Passage>();
        var highlighter =
                UnifiedHighlighter.builderWithoutSearcher(analyzer)
                        .withMaxLength(MOST_TEXT)
                        .withBreakIterator(() ->
                                LengthGoalBreakIterator.createMinLength(
                                        BreakIterator.getSentenceInstance(Locale.UK),
                                        USUAL_LENGTH,
                                        0.5f))
                        .withFormatter(
                                new PassageFormatter() {
                                    @Override
                                    public Object format(
                                            org.apache.lucene.search.uhighlight.Passage[] passages,
                                            String content) {
                                        for (var passage : passages) {
                                            if (passage.getNumMatches() > 0) {
                                                found.add(
                                                        new Passage(
                                                                source.column(),
                                                                pieces(passage, content)));
                                            }
                                        }
                                        return found;
                                    }
                                })
                        .withMaxNoHighlightPassages(0)
                        .build();
        highlighter.highlightWithoutSearcher(source.column(), query, text, source.passages());
        return found;
    }

    private static List<Piece> pieces(
            org.apache.lucene.search.uhighlight.Passage passage, String content) {
        var start = passage.getStartOffset();
        var end = passage.getEndOffset();
        if (end - start > LONGEST) {
            start = Math.max(start, wordStart(content, passage.getMatchStarts()[0] - LEAD));
            end = Math.min(end, wordStart(content, start + LONGEST));
        }
        var pieces = new ArrayList<Piece>();
        var at = start;
        for (var i = 0; i < passage.getNumMatches(); i++) {
            var from = Math.max(passage.getMatchStarts()[i], at);
            var to = Math.min(passage.getMatchEnds()[i], end);
            if (from < to) {
                if (at < from) {
                    pieces.add(new Piece(content.substring(at, from), false));
                }
                pieces.add(new Piece(content.substring(from, to), true));
                at = to;
            }
        }
        if (at < end) {
            pieces.add(new Piece(content.substring(at, end).stripTrailing(), false));
        }
        if (passage.getStartOffset() < start) {
            pieces.addFirst(new Piece("\u2026 ", false));
        }
        if (end < passage.getEndOffset()) {
            pieces.add(new Piece(" \u2026", false));
        }
        return pieces;
    }

    /// The start of the word at a place, or a place near where no word starts.
    private static int wordStart(String content, int place) {
        var at = Math.clamp(place, 0, content.length());
        for (var i = at; i > Math.max(0, at - LEAD / 2); i--) {
            if (Character.isWhitespace(content.charAt(i - 1))) {
                return i;
            }
        }
        return at > 0 && at < content.length() && Character.isLowSurrogate(content.charAt(at))
                ? at - 1
                : at;
    }
}
