package org.breachregister.core.intake;

import org.breachregister.core.intake.Line.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Collects the lines of a document, block by block.
final class Lines {

    private static final Pattern LIST_MARK =
            Pattern.compile("^(?:[-*+•‣◦▪■●○–·\uE000-\uF8FF][ \\t]+|[•‣◦▪■●○\uE000-\uF8FF])");
    private static final Pattern NUMBER_MARK =
            Pattern.compile("^(?:\\(?(?:\\d{1,2}|[a-z]|[ivx]{1,4})[.)][ \\t]+){1,2}(?=\\S)");
    private static final Pattern NOTHING_BUT_FIGURES =
            Pattern.compile("[-–£$€%\\d.,()\\s*]+|\\[[a-z]\\]|\\.\\.");

    /// No language sets more accents on one letter; patterns look back over all of them.
    private static final int MOST_MARKS = 8;

    private final List<Line> lines = new ArrayList<>();
    private int block;
    private int page;

    /// Starts a new block.
    void next() {
        block++;
    }

    /// Says which page what is added next stands on, from 1; 0 for a document without pages.
    void onPage(int page) {
        this.page = page;
    }

    /// Adds the words of one block, a line for each line feed in them.
    void add(String words, Kind kind) {
        add(words, kind, false);
    }

    void add(String words, Kind kind, boolean quoted) {
        var from = 0;
        for (var end = words.indexOf('\n'); end >= 0; end = words.indexOf('\n', from)) {
            addLine(words.substring(from, end), kind, quoted);
            from = end + 1;
        }
        addLine(words.substring(from), kind, quoted);
    }

    private void addLine(String words, Kind kind, boolean quoted) {
        var text = tidy(words);
        if (!text.isEmpty()) {
            lines.add(new Line(text, block, kind, quoted, page));
        }
    }

    /// Adds lines that another collector made.
    void addAll(List<Line> others) {
        next();
        var base = block;
        for (var line : others) {
            lines.add(
                    new Line(
                            line.text(),
                            base + line.block(),
                            line.kind(),
                            line.quoted(),
                            line.page()));
            block = Math.max(block, base + line.block());
        }
        next();
    }

    /// Adds the rows of a table: of a form, of figures, or of running text.
    void addTable(List<List<String>> rows, Labels labels) {
        addTable(rows, List.of(), labels);
    }

    /// Adds the rows of a table.
    ///
    /// @param pages the page that each row stands on, or nothing in a document without pages
    void addTable(List<List<String>> rows, List<Integer> pages, Labels labels) {
        var form = rows.stream().anyMatch(row -> row.size() > 1 && labels.opens(label(row)));
        var figures = !form && isFigures(rows);
        for (var i = 0; i < rows.size(); i++) {
            if (!pages.isEmpty()) {
                page = pages.get(i);
            }
            var cells = withoutNumber(rows.get(i));
            if (form && cells.size() > 1 && cells.getFirst().isBlank()) {
                // A label's cell that spans rows: the answer goes on.
                cells.forEach(cell -> add(cell, Kind.ANSWER_CELL));
                continue;
            }
            next();
            if (cells.isEmpty()) {
                continue;
            }
            if (figures) {
                add(String.join(" | ", cells).replace('\n', ' '), Kind.FIGURES);
            } else if (form && cells.size() > 1) {
                for (var j = 0; j < cells.size(); j++) {
                    var cell = cells.get(j);
                    if (j == 0 || (j > 1 && labels.opens(cell))) {
                        // A row may hold a second label and its answer.
                        next();
                        add(cell.replace('\n', ' '), Kind.LABEL_CELL);
                    } else {
                        add(cell, Kind.ANSWER_CELL);
                    }
                }
            } else if (cells.size() > 1) {
                add(String.join(" | ", cells).replace('\n', ' '), Kind.TEXT);
            } else {
                for (var paragraph : cells.getFirst().split("\n")) {
                    next();
                    add(paragraph, Kind.TEXT);
                }
            }
        }
        next();
    }

    List<Line> all() {
        return List.copyOf(lines);
    }

    int size() {
        return lines.size();
    }

    private static String label(List<String> row) {
        return withoutNumber(row).stream().findFirst().orElse("");
    }

    private static List<String> withoutNumber(List<String> row) {
        var number =
                row.size() > 2
                        && row.getFirst().length() < 8
                        && row.getFirst().strip().matches("\\(?\\d{1,2}[.\\d()]{0,4}");
        var cells = number ? row.subList(1, row.size()) : row;
        return cells.stream().allMatch(String::isBlank) ? List.of() : cells;
    }

    private static boolean isFigures(List<List<String>> rows) {
        var cells =
                rows.stream()
                        .flatMap(row -> row.stream().skip(1))
                        .filter(cell -> !cell.isBlank())
                        .toList();
        var figures =
                cells.stream()
                        .filter(cell -> NOTHING_BUT_FIGURES.matcher(cell.strip()).matches())
                        .count();
        return figures * 2 > cells.size();
    }

    /// White space folded, soft hyphens gone.
    static String tidy(String text) {
        var bare = text.strip();
        return isTidy(bare) ? bare : tidied(bare);
    }

    /// Whether a text holds nothing that would be folded or left out.
    private static boolean isTidy(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == ' ' ? text.charAt(i + 1) == ' ' : !isPlain(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return (c > ' ' && c < 0x7F)
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.NON_SPACING_MARK ->
                            false;
                    default -> true;
                };
    }

    private static String tidied(String text) {
        var tidied = new StringBuilder(text.length());
        var space = false;
        var marks = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c > ' ' && c < 0x7F) {
                if (space && !tidied.isEmpty()) {
                    tidied.append(' ');
                }
                space = false;
                marks = 0;
                tidied.append(c);
                continue;
            }
            marks = Character.getType(c) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = true;
            } else if (c != '\u00AD'
                    && c != '\u200B'
                    && c != '\uFEFF'
                    && marks <= MOST_MARKS
                    && !Character.isISOControl(c)) {
                if (space && !tidied.isEmpty()) {
                    tidied.append(' ');
                }
                space = false;
                tidied.append(c);
            }
        }
        return tidied.toString();
    }

    /// Length of a bullet, or of a number when `numbers` are wanted, at the start of a line; 0 for
    /// none.
    static int mark(String line, boolean numbers) {
        if (startsWithWord(line)) {
            return 0;
        }
        var bullet = LIST_MARK.matcher(line);
        if (bullet.find()) {
            return bullet.end();
        }
        var number = NUMBER_MARK.matcher(line);
        return numbers && number.find() ? number.end() : 0;
    }

    /// Whether a line starts as most do: with a capital letter, or with a small one that what
    /// follows makes no number of.
    private static boolean startsWithWord(String line) {
        if (line.length() < 2) {
            return false;
        }
        var first = line.charAt(0);
        return (first >= 'A' && first <= 'Z')
                || (first >= 'a' && first <= 'z' && ".)ivx".indexOf(line.charAt(1)) < 0);
    }
}
