package org.breachregister.web.desk;

import org.breachregister.core.casework.Redacted;
import org.breachregister.core.casework.Redacted.Decision;
import org.breachregister.core.report.Section;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The texts of a report with what is removed from them marked.
final class Spans {

    private static final int AROUND = 40;

    private Spans() {}

    /// A section.
    ///
    /// @param pieces its text in order
    record SectionView(String key, String heading, List<Piece> pieces, List<SpanView> spans) {}

    /// A stretch of text.
    ///
    /// @param from offset of its first character in the section
    /// @param style `plain`, `proposed`, `removed` or `kept`
    /// @param number number of the span that begins here, or 0
    /// @param words what is said before it to whoever cannot see it, or empty
    record Piece(String text, int from, String style, int number, String words) {

        public boolean marked() {
            return !style.equals("plain");
        }
    }

    /// A span, with its number on the page.
    record SpanView(
            int number,
            long id,
            String section,
            int from,
            int to,
            String text,
            String reason,
            String reasonWords,
            String marker,
            String decision,
            String style,
            @Nullable String note,
            String by,
            String at) {}

    /// A place where words stand.
    ///
    /// @param key `account:120:140`: section, from, to
    record Place(String key, Section section, int from, int to, String before, String after) {

        public String heading() {
            return Named.section(section);
        }
    }

    static List<SectionView> sections(Map<Section, String> texts, List<Redacted> redactions) {
        var sections = new ArrayList<SectionView>();
        var number = 0;
        for (var section : Section.values()) {
            var text = texts.get(section);
            if (text == null || text.isBlank()) {
                continue;
            }
            var here =
                    redactions.stream()
                            .filter(one -> one.section() == section && one.to() <= text.length())
                            .sorted(
                                    Comparator.comparingInt(Redacted::from)
                                            .thenComparing(Redacted::to))
                            .toList();
            var spans = new ArrayList<SpanView>();
            for (var one : here) {
                spans.add(view(one, ++number));
            }
            sections.add(
                    new SectionView(
                            section.key(), Named.section(section), pieces(text, spans), spans));
        }
        return List.copyOf(sections);
    }

    private static SpanView view(Redacted one, int number) {
        return new SpanView(
                number,
                one.id(),
                one.section().key(),
                one.from(),
                one.to(),
                one.text(),
                one.reason().key(),
                Named.reason(one.reason()),
                one.reason().marker(),
                Named.decision(one.decision()),
                one.decision().key(),
                one.note(),
                one.by(),
                one.decision() == Decision.PROPOSED ? "" : Words.moment(one.at()));
    }

    /// The text cut where spans begin and end. Where spans lie over each other, what is not
    /// published wins.
    private static List<Piece> pieces(String text, List<SpanView> spans) {
        var cuts = new TreeSet<Integer>(List.of(0, text.length()));
        spans.forEach(span -> {
            cuts.add(span.from());
            cuts.add(span.to());
        });
        var pieces = new ArrayList<Piece>();
        var begun = new TreeSet<Integer>();
        Integer from = null;
        for (var to : cuts) {
            if (from != null && from < to) {
                var at = from;
                var over =
                        spans.stream()
                                .filter(span -> span.from() <= at && span.to() >= to)
                                .min(
                                        Comparator.comparing((SpanView span) ->
                                                        span.style().equals("kept"))
                                                .thenComparing(SpanView::number));
                var piece = text.substring(at, to);
                pieces.add(
                        over.map(
                                        span -> {
                                            var first = begun.add(span.number());
                                            return new Piece(
                                                    piece,
                                                    at,
                                                    span.style(),
                                                    first ? span.number() : 0,
                                                    first ? span.decision() : "");
                                        })
                                .orElseGet(() -> new Piece(piece, at, "plain", 0, "")));
            }
            from = to;
        }
        return List.copyOf(pieces);
    }

    /// Where words stand in the texts, whatever white space lies between them.
    static List<Place> find(Map<Section, String> texts, String words) {
        var wanted =
                Arrays.stream(words.strip().split("\\s+"))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s+"));
        var pattern = Pattern.compile(wanted);
        var places = new ArrayList<Place>();
        texts.forEach((section, text) -> {
            var found = pattern.matcher(text);
            while (found.find()) {
                places.add(
                        new Place(
                                "%s:%d:%d".formatted(section.key(), found.start(), found.end()),
                                section,
                                found.start(),
                                found.end(),
                                text.substring(Math.max(0, found.start() - AROUND), found.start()),
                                text.substring(
                                        found.end(),
                                        Math.min(text.length(), found.end() + AROUND))));
            }
        });
        return List.copyOf(places);
    }
}
