package org.breachregister.core.intake;

import org.breachregister.core.document.Link;
import org.breachregister.core.intake.Line.Kind;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads the lines of a web page's main content, leaving out what the site puts around it.
final class HtmlLines {

    private static final Set<String> INLINE =
            Set.of(
                    "a",
                    "abbr",
                    "acronym",
                    "b",
                    "bdi",
                    "bdo",
                    "big",
                    "cite",
                    "code",
                    "del",
                    "dfn",
                    "em",
                    "font",
                    "i",
                    "ins",
                    "kbd",
                    "label",
                    "mark",
                    "o:p",
                    "q",
                    "s",
                    "samp",
                    "small",
                    "span",
                    "strike",
                    "strong",
                    "sub",
                    "sup",
                    "time",
                    "tt",
                    "u",
                    "var",
                    "wbr",
                    "img",
                    "st1:date");
    private static final int DEEPEST = HtmlPage.DEEPEST;

    private final Labels labels;
    private final Set<Element> aroundBlocks = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> aroundTables = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Lines lines = new Lines();
    private final StringBuilder words = new StringBuilder();
    private Kind kind = Kind.TEXT;

    private HtmlLines(Labels labels) {
        this.labels = labels;
    }

    /// The lines of a page: of its main content, or of all of it where no label is found there. The
    /// page loses what stands around its content.
    static List<Line> read(HtmlPage page, Labels labels) {
        var body = page.body();
        PageFurniture.removeFrom(body);
        var main = read(MainContent.of(body), labels);
        return holdsLabel(main, labels) ? main : read(HtmlPage.of(page.html()).body(), labels);
    }

    private static List<Line> read(Element content, Labels labels) {
        var reader = new HtmlLines(labels);
        reader.lookOver(content);
        reader.block(content, 0);
        reader.flush();
        return reader.lines.all();
    }

    /// Notes once what holds blocks and tables: to look into each element for them would take a
    /// deeply nested page as long as it is deep.
    private void lookOver(Element content) {
        content.traverse((node, _) -> {
            if (node instanceof Element element) {
                var name = element.normalName();
                if (!INLINE.contains(name) && !name.equals("br")) {
                    markAround(element, aroundBlocks);
                }
                if (name.equals("table")) {
                    markAround(element, aroundTables);
                }
            }
        });
    }

    private static void markAround(Element element, Set<Element> marked) {
        var around = element.parent();
        while (around != null && marked.add(around)) {
            around = around.parent();
        }
    }

    private static boolean holdsLabel(List<Line> lines, Labels labels) {
        return IntStream.range(0, lines.size()).anyMatch(at -> labels.find(lines, at) != null);
    }

    private void block(Element element, int depth) {
        for (var node : element.childNodes()) {
            if (node instanceof Element child && depth < DEEPEST) {
                child(child, depth + 1);
            } else {
                inline(node, words, depth);
            }
        }
    }

    private void child(Element child, int depth) {
        var name = child.normalName();
        switch (name) {
            case "table" -> table(child, depth);
            case "pre" -> {
                flush();
                lines.addAll(TextLines.read(child.wholeText(), labels));
            }
            case "hr" -> flush();
            case "dl" -> definitions(child, depth);
            case "br" -> words.append('\n');
            default -> {
                if (INLINE.contains(name) && !aroundBlocks.contains(child)) {
                    inline(child, words, depth);
                    return;
                }
                flush();
                var before = kind;
                kind = kindOf(child, name, before);
                block(child, depth);
                flush();
                kind = before;
            }
        }
    }

    private Kind kindOf(Element element, String name, Kind around) {
        if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
            return Kind.HEADING;
        }
        if (name.equals("li")) {
            return Kind.ITEM;
        }
        return name.equals("p") && !aroundBlocks.contains(element) && isBold(element)
                ? Kind.HEADING
                : around;
    }

    private static boolean isBold(Element paragraph) {
        var bold = new StringBuilder();
        for (var child = paragraph.firstElementChild();
                child != null;
                child = child.nextElementSibling()) {
            if (child.normalName().equals("b") || child.normalName().equals("strong")) {
                bold.append(bold.isEmpty() ? "" : " ").append(child.text());
            }
        }
        return !bold.isEmpty() && bold.toString().strip().equals(paragraph.text().strip());
    }

    private void flush() {
        lines.next();
        lines.add(words.toString(), kind);
        lines.next();
        words.setLength(0);
    }

    private void definitions(Element list, int depth) {
        flush();
        var rows = new ArrayList<List<String>>();
        for (var child : children(list, Set.of("dt", "dd"), Set.of("div"))) {
            var text = cell(child, depth);
            if (child.normalName().equals("dt") || rows.isEmpty()) {
                rows.add(new ArrayList<>(List.of(text)));
            } else {
                rows.getLast().add(text);
            }
        }
        lines.addTable(rows, labels);
    }

    private void table(Element table, int depth) {
        flush();
        for (var caption : children(table, Set.of("caption"), Set.of())) {
            lines.add(caption.text(), Kind.TEXT);
        }
        var rows =
                children(table, Set.of("tr"), Set.of("thead", "tbody", "tfoot")).stream()
                        .filter(row -> !cells(row).isEmpty())
                        .toList();
        var together = new ArrayList<List<String>>();
        var spanned = 0;
        for (var row : rows) {
            var cells = cells(row);
            if (spanned > 0 && cells.size() == 1 && !together.isEmpty()) {
                together.getLast().add(cell(cells.getFirst(), depth));
            } else if (cells.size() == 1 || cells.stream().anyMatch(aroundTables::contains)) {
                lines.addTable(together, labels);
                together.clear();
                for (var cell : cells) {
                    flush();
                    block(cell, depth + 1);
                    flush();
                }
            } else {
                var texts = new ArrayList<String>();
                cells.forEach(cell -> texts.add(cell(cell, depth)));
                together.add(texts);
            }
            spanned = Math.max(spanned - 1, rowSpan(cells.getFirst()) - 1);
        }
        lines.addTable(together, labels);
    }

    private static List<Element> cells(Element row) {
        return children(row, Set.of("td", "th"), Set.of());
    }

    /// An element's children of some names, also within children that only group them.
    private static List<Element> children(Element element, Set<String> names, Set<String> groups) {
        var found = new ArrayList<Element>();
        for (var node : element.childNodes()) {
            if (node instanceof Element child) {
                if (names.contains(child.normalName())) {
                    found.add(child);
                } else if (groups.contains(child.normalName())) {
                    found.addAll(children(child, names, Set.of()));
                }
            }
        }
        return found;
    }

    private static int rowSpan(Element cell) {
        var span = cell.attr("rowspan");
        return span.length() == 1 && Character.isDigit(span.charAt(0)) ? span.charAt(0) - '0' : 1;
    }

    /// The text of a cell, its paragraphs and breaks as line feeds.
    private static String cell(Element cell, int depth) {
        var text = new StringBuilder();
        for (var node : cell.childNodes()) {
            inline(node, text, depth);
        }
        return text.toString().strip();
    }

    private static void inline(Node node, StringBuilder words, int depth) {
        if (node instanceof TextNode text) {
            words.append(text.getWholeText().replace('\n', ' ').replace('\r', ' '));
        } else if (node instanceof Element element && depth < DEEPEST) {
            var name = element.normalName();
            if (name.equals("br")) {
                words.append('\n');
                return;
            }
            if (name.equals("pre")) {
                words.append(element.wholeText());
                return;
            }
            var inline = INLINE.contains(name);
            if (!inline) {
                words.append('\n');
            }
            var from = words.length();
            for (var inner : element.childNodes()) {
                inline(inner, words, depth + 1);
            }
            if (name.equals("a")) {
                Link.close(words, from, element.attr("href").strip());
            }
            if (!inline) {
                words.append('\n');
            }
        }
    }
}
