package org.breachregister.core.intake;

import org.breachregister.core.intake.Line.Kind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the lines of a web page's main content, leaving out what the site puts around it.
final class HtmlLines {

    private static final String FURNITURE =
            "script, style, noscript, template, svg, iframe, button, input, select, nav, footer,"
                    + " aside, header:not(:has(h1)):not(:has(h2)), [hidden], [role=navigation],"
                    + " [role=banner], [role=contentinfo], [role=complementary], [role=search],"
                    + " [aria-hidden=true],"
                    + " [class*=cookie], [id*=cookie], [class*=breadcrumb], .skip, [class*=skip-link],"
                    + " .meta, .menu, .foot, .footer, #footer, [class*=site-footer], [class*=page-footer],"
                    + " .sidebar, [class*=share-], [class*=related]";
    private static final String NEVER_TEXT = "script, style, noscript, template";
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
    private static final int DEEPEST = 200;

    private final Labels labels;
    private final Lines lines = new Lines();
    private final StringBuilder words = new StringBuilder();
    private Kind kind = Kind.TEXT;

    private HtmlLines(Labels labels) {
        this.labels = labels;
    }

    /// The lines of a page.
    static List<Line> read(String html, Labels labels) {
        var page = Jsoup.parse(html);
        var everything = page.body();
        UnseenElements.removeWhite(page);
        everything.select(NEVER_TEXT).remove();
        var whole = everything.clone();
        everything.select(FURNITURE).remove();
        UnseenElements.remove(everything);
        var main = read(mainContent(everything), labels);
        return formLabels(main, labels) > 0 ? main : read(whole, labels);
    }

    private static List<Line> read(Element content, Labels labels) {
        var reader = new HtmlLines(labels);
        reader.block(content, 0);
        reader.flush();
        return reader.lines.all();
    }

    private static long formLabels(List<Line> lines, Labels labels) {
        var found = 0L;
        for (var i = 0; i < lines.size(); i++) {
            if (labels.find(lines, i) != null) {
                found++;
            }
        }
        return found;
    }

    private static Element mainContent(Element body) {
        for (var wanted : List.of("main", "[role=main]", "article", "#content", "#main")) {
            var found = body.select(wanted);
            if (found.size() == 1 && found.getFirst().text().length() * 2 > body.text().length()) {
                return found.getFirst();
            }
        }
        return body;
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
                if (INLINE.contains(name) && !holdsBlocks(child)) {
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

    private static Kind kindOf(Element element, String name, Kind around) {
        if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
            return Kind.HEADING;
        }
        if (name.equals("li")) {
            return Kind.ITEM;
        }
        var bold = element.select("> b, > strong");
        if (name.equals("p") && !bold.isEmpty() && textOf(bold).equals(element.text().strip())) {
            return Kind.HEADING;
        }
        return around;
    }

    private static String textOf(Elements elements) {
        return elements.text().strip();
    }

    private static boolean holdsBlocks(Element element) {
        return element.stream()
                .skip(1)
                .anyMatch(inner ->
                        !INLINE.contains(inner.normalName()) && !inner.normalName().equals("br"));
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
        for (var child : list.select("dt, dd")) {
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
        var caption = table.selectFirst("> caption");
        if (caption != null) {
            lines.add(caption.text(), Kind.TEXT);
        }
        var rows =
                table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr").stream()
                        .filter(row -> !row.select("> td, > th").isEmpty())
                        .toList();
        var together = new ArrayList<List<String>>();
        var spanned = 0;
        for (var row : rows) {
            var cells = cells(row);
            if (spanned > 0 && cells.size() == 1 && !together.isEmpty()) {
                together.getLast().add(cell(cells.getFirst(), depth));
            } else if (cells.size() == 1 || cells.select("table").size() > 0) {
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

    private static Elements cells(Element row) {
        return row.select("> td, > th");
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
                link(element.attr("href").strip(), words, from);
            }
            if (!inline) {
                words.append('\n');
            }
        }
    }

    private static void link(String target, StringBuilder words, int from) {
        var shown = words.substring(from).strip();
        if (target.startsWith("mailto:")) {
            var address = target.substring("mailto:".length()).split("\\?", 2)[0];
            if (shown.indexOf('@') < 0 && !address.isEmpty()) {
                words.append(' ').append(address);
            }
        } else if (target.startsWith("http") && !WebLinks.same(shown, target)) {
            if (WebLinks.isLink(shown)) {
                words.setLength(from);
            } else if (!shown.isEmpty()) {
                words.append(' ');
            }
            words.append(target).append(' ');
        }
    }
}
