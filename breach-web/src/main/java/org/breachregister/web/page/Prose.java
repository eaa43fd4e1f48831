package org.breachregister.web.page;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Running text of a report, cut into paragraphs and lists for a page.
///
/// @param blocks its parts in order
public record Prose(List<Block> blocks) {

    private static final Pattern NUMBERED =
            Pattern.compile("\\s*\\(?(?:\\d{1,2}|[a-z]|[ivx]{1,4})[.)]\\s");
    private static final Pattern BULLET =
            Pattern.compile("(?:" + NUMBERED + "|\\s*[-*•·–]\\s)\\s*(?<item>.*)");
    private static final Pattern SPECIAL =
            Pattern.compile(
                    "(?<removed>\\[[a-z ]{2,40} removed])|(?<link>https?://[^\\s<>\"'\\[\\]{}|]*[^\\s<>\"'\\[\\]{}|.,;:!?)])");

    public Prose {
        blocks = List.copyOf(blocks);
    }

    /// The text as paragraphs; null where there is none.
    public static @Nullable Prose of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var blocks = new ArrayList<Block>();
        var paragraph = new StringBuilder();
        var items = new ArrayList<String>();
        for (var line : text.strip().split("\\R", -1)) {
            var bullet = BULLET.matcher(line);
            if (line.isBlank()) {
                end(paragraph, items, blocks);
            } else if (bullet.matches()) {
                endParagraph(paragraph, blocks);
                items.add(NUMBERED.matcher(line).lookingAt() ? line.strip() : bullet.group("item"));
            } else if (!items.isEmpty()) {
                items.set(items.size() - 1, items.getLast() + " " + line.strip());
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.strip());
            }
        }
        end(paragraph, items, blocks);
        return new Prose(blocks);
    }

    /// Whether personal data was taken out of it.
    public boolean redacted() {
        return blocks.stream()
                .flatMap(block -> block.items().stream())
                .flatMap(List::stream)
                .anyMatch(Span::removed);
    }

    private static void end(StringBuilder paragraph, List<String> items, List<Block> blocks) {
        endParagraph(paragraph, blocks);
        if (!items.isEmpty()) {
            var numbered = NUMBERED.matcher(items.getFirst()).lookingAt();
            blocks.add(new Block(true, numbered, items.stream().map(Prose::spans).toList()));
            items.clear();
        }
    }

    private static void endParagraph(StringBuilder paragraph, List<Block> blocks) {
        if (!paragraph.isEmpty()) {
            blocks.add(new Block(false, false, List.of(spans(paragraph.toString()))));
            paragraph.setLength(0);
        }
    }

    private static List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        var special = SPECIAL.matcher(text);
        var end = 0;
        while (special.find()) {
            plain(text.substring(end, special.start()), spans);
            var link = special.group("link");
            spans.add(
                    link == null
                            ? new Span(special.group(), true, null)
                            : new Span(link, false, Link.of(link).href()));
            end = special.end();
        }
        plain(text.substring(end), spans);
        return List.copyOf(spans);
    }

    private static void plain(String text, List<Span> spans) {
        if (!text.isEmpty()) {
            spans.add(new Span(text, false, null));
        }
    }

    /// A paragraph (of one item) or a list.
    ///
    /// @param numbered whether the items bring their own numbers
    public record Block(boolean list, boolean numbered, List<List<Span>> items) {}

    /// A piece of text.
    ///
    /// @param removed whether it is a marker for something taken out
    /// @param href where it leads, or null
    public record Span(String text, boolean removed, @Nullable String href) {}
}
