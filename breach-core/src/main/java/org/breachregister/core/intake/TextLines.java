package org.breachregister.core.intake;

import org.breachregister.core.intake.Line.Kind;
import org.jsoup.parser.Parser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the lines of plain text and Markdown. One tolerant pass for both: reports that were
/// converted from other formats hold tables broken over lines and marks in the middle of text.
final class TextLines {

    private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}[ \\t]+(.*?)[ \\t#]*$");
    private static final Pattern RULE =
            Pattern.compile("^ {0,3}(?:(?:[-_*=~] ?){3,}|\\+(?:[-=:]+\\+)+)[ \\t]*$");
    private static final Pattern SEPARATOR =
            Pattern.compile(
                    "^[ \\t]*\\|?[ \\t]*:?-{2,}:?[ \\t]*(?:\\|[ \\t]*:?-{2,}:?[ \\t]*)*\\|?[ \\t]*$");
    private static final Pattern GRID = Pattern.compile("^[ \\t]*\\+[-=+:]{3,}[ \\t]*$");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("^(?:[Pp]age )?\\d{1,3}(?: of \\d{1,3})?$|^[-–] ?\\d{1,3} ?[-–]$");
    private static final Pattern MARKING =
            Pattern.compile("^OFFICIAL(?:[- :]+SENSITIVE)?(?:[- :]+\\w+)?$");
    private static final Pattern BROKEN_LINK =
            Pattern.compile("(?:https?://|www\\.)[^\\s<>|]{8,1000}[-/_=&?%]\\s{0,4}$");
    private static final Pattern REST_OF_LINK =
            Pattern.compile(
                    "^\\s{0,60}[\\p{L}\\d._~%=&?#/+-]*[-/_=.][\\p{L}\\d._~%=&?#/+-]*>?\\)?\\s*$");
    private static final Pattern RUN_IN =
            Pattern.compile("^(\\*\\*|__)([^*_]{3,80}?)[.:]?\\1[.:]?\\s+(\\S.*)$");
    private static final int MOST_QUOTES = 20;
    private static final int FAR = 10;

    private final Labels labels;
    private final Lines lines = new Lines();
    private final List<String> source;
    private final List<Boolean> quoted = new ArrayList<>();
    private int at;

    private TextLines(String text, Labels labels) {
        this.labels = labels;
        this.source = new ArrayList<>();
        for (var line : text.split("\n", -1)) {
            var quote = quote(line);
            var isQuoted = quote > 0;
            var words = withoutBreak(line.substring(quote));
            if (!source.isEmpty() && goesOn(source.getLast(), words)) {
                source.set(source.size() - 1, source.getLast().stripTrailing() + words.strip());
                continue;
            }
            quoted.add(isQuoted);
            source.add(words);
        }
    }

    /// Length of the marks of quotation at the start of a line, each with up to three spaces before
    /// it, and of one space after them; 0 for none.
    private static int quote(String line) {
        var end = 0;
        for (var marks = 0; marks < MOST_QUOTES; marks++) {
            var mark = end;
            while (mark < end + 3 && mark < line.length() && line.charAt(mark) == ' ') {
                mark++;
            }
            if (mark >= line.length() || line.charAt(mark) != '>') {
                break;
            }
            end = mark + 1;
        }
        return end > 0 && end < line.length() && line.charAt(end) == ' ' ? end + 1 : end;
    }

    /// Without the backslash that asks for a new line.
    private static String withoutBreak(String line) {
        return line.endsWith("\\") && !line.endsWith("\\\\")
                ? line.substring(0, line.length() - 1)
                : line;
    }

    /// Whether a web address was broken at the end of a line.
    private static boolean goesOn(String line, String next) {
        return isShort(line)
                && isShort(next)
                && mayHoldLink(line)
                && BROKEN_LINK.matcher(line).find()
                && REST_OF_LINK.matcher(next).matches();
    }

    /// What no line with a web address lacks, and nearly all others do.
    private static boolean mayHoldLink(String line) {
        return line.contains("://") || line.contains("www.");
    }

    /// The lines of a text.
    static List<Line> read(String text, Labels labels) {
        var start = text.indexOf("<table");
        var end = text.lastIndexOf("</table>");
        if (start >= 0 && end > start) {
            var whole = new Lines();
            whole.addAll(read(text.substring(0, start), labels));
            whole.addAll(HtmlLines.read(HtmlPage.of(text.substring(start, end + 8)), labels));
            whole.addAll(read(text.substring(end + 8), labels));
            return whole.all();
        }
        var reader = new TextLines(text, labels);
        reader.read();
        return reader.lines.all();
    }

    private void read() {
        var item = false;
        for (at = 0; at < source.size(); at++) {
            var line = source.get(at);
            var text = line.strip();
            var afterBlank = at == 0 || source.get(at - 1).isBlank();
            if (text.isEmpty()) {
                lines.next();
                item = false;
            } else if (opensTable()) {
                table();
                item = false;
            } else if (isRule(line, text)) {
                lines.next();
            } else if (alone() && isPageFurniture(text)) {
                lines.next();
            } else {
                var heading = HEADING.matcher(isShort(line) && text.charAt(0) == '#' ? line : "");
                var number = Lines.mark(text, afterBlank || item || endsClause(at - 1));
                if (heading.matches()) {
                    block(plain(heading.group(1)), Kind.HEADING);
                    item = false;
                } else if (underlined() || isBold(text)) {
                    block(plain(text), Kind.HEADING);
                    item = false;
                } else if (afterBlank && runIn(text)) {
                    item = false;
                } else if (number > 0 && labels.find(List.of(line(text)), 0) == null) {
                    lines.next();
                    lines.add(plain(text.substring(number)), Kind.ITEM, quoted.get(at));
                    item = true;
                } else {
                    lines.add(plain(text), item ? Kind.ITEM : Kind.TEXT, quoted.get(at));
                }
            }
        }
    }

    /// Takes "**Impact.** Nobody asked" apart, where the bold words are a sub-heading.
    private boolean runIn(String text) {
        if (!text.startsWith("**") && !text.startsWith("__")) {
            return false;
        }
        var head = RUN_IN.matcher(isShort(text) ? text : "");
        if (!head.matches()) {
            return false;
        }
        var match = labels.find(List.of(line(head.group(2))), 0);
        if (match == null || !match.label().subHeading() || !match.rest().isEmpty()) {
            return false;
        }
        block(plain(head.group(2)), Kind.HEADING);
        lines.add(plain(head.group(3)), Kind.TEXT, quoted.get(at));
        return true;
    }

    private Line line(String text) {
        return new Line(text, 0, Kind.TEXT, false, 0);
    }

    private void block(String text, Kind kind) {
        lines.next();
        lines.add(text, kind, quoted.get(at));
        lines.next();
    }

    private boolean alone() {
        return (at == 0 || source.get(at - 1).isBlank())
                && (at + 1 >= source.size() || source.get(at + 1).isBlank());
    }

    private static boolean isPageFurniture(String text) {
        return text.length() < 40
                && (PAGE_NUMBER.matcher(text).matches() || MARKING.matcher(text).matches());
    }

    private boolean endsClause(int index) {
        if (index < 0) {
            return true;
        }
        var before = source.get(index).strip();
        return before.isEmpty() || ".:;!?".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private boolean underlined() {
        if (at + 1 >= source.size() || source.get(at).length() > 200) {
            return false;
        }
        var next = source.get(at + 1).strip();
        return next.length() >= 3
                && (next.chars().allMatch(c -> c == '=')
                        || (next.chars().allMatch(c -> c == '-')
                                && (at == 0 || source.get(at - 1).isBlank())));
    }

    private static boolean isRule(String line, String text) {
        return "-_*=~+".indexOf(text.charAt(0)) >= 0
                && isShort(line)
                && RULE.matcher(line).matches();
    }

    private static boolean isGrid(String line) {
        return line.indexOf('+') >= 0 && isShort(line) && GRID.matcher(line).matches();
    }

    /// No mark-up has lines longer than this.
    private static boolean isShort(String line) {
        return line.length() < 2000;
    }

    private static boolean isBold(String text) {
        return text.length() > 4
                && text.length() < 300
                && (text.startsWith("**") && text.endsWith("**")
                        || text.startsWith("__") && text.endsWith("__"))
                && text.indexOf(text.substring(0, 2), 2) == text.length() - 2;
    }

    private boolean opensTable() {
        var line = source.get(at);
        if (isGrid(line)) {
            return true;
        }
        var bars = bars(line);
        if (bars == 0) {
            return false;
        }
        var text = line.strip();
        return text.startsWith("|")
                || text.endsWith("|")
                || (at + 1 < source.size()
                        && bars(source.get(at + 1)) > 0
                        && isShort(source.get(at + 1))
                        && SEPARATOR.matcher(source.get(at + 1)).matches())
                || labels.opens(plain(text.substring(0, text.indexOf('|'))));
    }

    private void table() {
        var grid = isGrid(source.get(at));
        var rows = new ArrayList<List<String>>();
        var full = 0;
        var fresh = true;
        var isQuoted = quoted.get(at);
        for (; at < source.size(); at++) {
            var line = source.get(at).strip();
            if (line.isEmpty()) {
                if (grid || fresh || !resumes(full)) {
                    break;
                }
                rows.getLast().set(rows.getLast().size() - 1, rows.getLast().getLast() + "\n");
            } else if (isGrid(line)) {
                fresh = true;
            } else if (bars(line) > 0 && isShort(line) && SEPARATOR.matcher(line).matches()) {
                fresh = true;
            } else if (grid && !fresh) {
                merge(rows.getLast(), cells(line));
            } else if (fresh || bars(line) >= full) {
                if (fresh && !rows.isEmpty() && bars(line) == 0) {
                    break;
                }
                rows.add(new ArrayList<>(cells(line)));
                full = Math.max(full, bars(line));
                fresh = !grid && bars(line) >= full && line.endsWith("|");
            } else {
                extend(rows.getLast(), line);
                fresh = line.endsWith("|");
            }
        }
        at--;
        lines.next();
        var table = new Lines();
        table.addTable(
                rows.stream().map(row -> row.stream().map(TextLines::plain).toList()).toList(),
                labels);
        lines.addAll(
                table.all().stream()
                        .map(row -> new Line(row.text(), row.block(), row.kind(), isQuoted, 0))
                        .toList());
    }

    /// Whether a row that a blank line interrupts goes on after it.
    private boolean resumes(int full) {
        for (var ahead = at + 1; ahead < source.size() && ahead < at + FAR; ahead++) {
            var line = source.get(ahead).strip();
            if (bars(line) > 0) {
                return line.endsWith("|") && bars(line) < full;
            }
        }
        return false;
    }

    private static void extend(List<String> row, String line) {
        var cells = cells(line);
        row.set(row.size() - 1, row.getLast() + "\n" + cells.getFirst());
        row.addAll(cells.subList(1, cells.size()));
    }

    private static void merge(List<String> row, List<String> more) {
        for (var i = 0; i < more.size(); i++) {
            if (i < row.size()) {
                row.set(i, (row.get(i) + "\n" + more.get(i)).strip());
            } else {
                row.add(more.get(i));
            }
        }
    }

    private static List<String> cells(String line) {
        var text = line.strip();
        if (text.startsWith("|")) {
            text = text.substring(1);
        }
        if (text.endsWith("|") && !text.endsWith("\\|")) {
            text = text.substring(0, text.length() - 1);
        }
        return List.of(text.replace("\\|", "\u0001").split("\\|", -1)).stream()
                .map(cell -> cell.replace('\u0001', '|').strip())
                .toList();
    }

    private static int bars(String line) {
        var bars = 0;
        for (var i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '|' && (i == 0 || line.charAt(i - 1) != '\\')) {
                bars++;
            }
        }
        return bars;
    }

    /// Text without Markdown's and HTML's marks.
    static String plain(String text) {
        return Marks.strip(text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text);
    }
}
