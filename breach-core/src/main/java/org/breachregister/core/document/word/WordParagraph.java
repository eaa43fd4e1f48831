package org.breachregister.core.document.word;

import org.breachregister.core.document.Block;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.Link;
import org.breachregister.core.document.SafeXml;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/// Reads one paragraph of a Word document: its runs, links, fields and notes.
final class WordParagraph {

    private static final Pattern LINK =
            Pattern.compile("\\s{0,20}HYPERLINK\\s{1,20}\"([^\"]{1,2000})\".*", Pattern.DOTALL);
    private static final Pattern FETCHES =
            Pattern.compile(
                    "\\s{0,20}(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT)\\b.*",
                    Pattern.DOTALL);
    private static final int LONGEST_HEADING = 200;
    private static final int LONGEST_INSTRUCTION = 4000;

    private final WordBody body;
    private final WordRemarks remarks;
    private final int depth;
    private final Shade around;
    private final StringBuilder words = new StringBuilder();
    private final List<Block> behind = new ArrayList<>();
    private final Deque<Field> fields = new ArrayDeque<>();
    private @Nullable String style;
    private @Nullable Boolean item;
    private @Nullable Boolean outlined;
    private Shade shade;
    private boolean allBold = true;

    private static final class Field {
        final StringBuilder instruction = new StringBuilder();
        int from = -1;
    }

    /// How a run looks.
    private static final class Look {
        @Nullable String style;
        @Nullable Boolean bold;
        @Nullable Boolean hidden;
        @Nullable Boolean white;
        boolean shaded;
    }

    WordParagraph(WordBody body, Shade around, int depth) {
        this.body = body;
        this.remarks = body.remarks();
        this.around = around;
        this.shade = around;
        this.depth = depth;
    }

    /// Reads to the paragraph's end, and adds it and what belongs to it.
    void read(XMLStreamReader xml, List<Block> blocks) {
        body.bounds().block();
        inline(xml, depth);
        body.bounds().characters(words.length());
        if (!words.toString().isBlank()) {
            blocks.add(new Block.Paragraph(kind(), words.toString(), 0));
        }
        blocks.addAll(behind);
    }

    private Block.Style kind() {
        var styles = body.parts().styles();
        if (outlined != null ? outlined : styles.isHeading(style)) {
            return Block.Style.HEADING;
        }
        if (item != null ? item : styles.isItem(style)) {
            return Block.Style.ITEM;
        }
        return allBold && words.length() < LONGEST_HEADING ? Block.Style.HEADING : Block.Style.TEXT;
    }

    private void inline(XMLStreamReader xml, int level) {
        Bounds.depth(level);
        while (true) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> element(xml, level);
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void element(XMLStreamReader xml, int level) {
        switch (xml.getLocalName()) {
            case "pPr" -> properties(xml);
            case "r" -> run(xml, level + 1);
            case "hyperlink" -> {
                var id = WordStyles.attribute(xml, "id");
                var target = id == null ? null : body.parts().address(id);
                var from = words.length();
                inline(xml, level + 1);
                if (target != null) {
                    Link.close(words, from, target);
                }
            }
            case "fldSimple" -> {
                var instruction = String.valueOf(WordStyles.attribute(xml, "instr"));
                var from = words.length();
                inline(xml, level + 1);
                field(instruction, from);
            }
            case "del", "moveFrom" -> {
                remarks.deleted();
                SafeXml.skip(xml);
            }
            case "sdt",
                    "sdtContent",
                    "customXml",
                    "smartTag",
                    "ins",
                    "moveTo",
                    "bdo",
                    "dir",
                    "oMath",
                    "oMathPara",
                    "AlternateContent",
                    "Choice" ->
                    inline(xml, level + 1);
            default -> SafeXml.skip(xml);
        }
    }

    private void properties(XMLStreamReader xml) {
        for (var open = 1; open > 0; ) {
            var event = SafeXml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                switch (xml.getLocalName()) {
                    case "pStyle" -> style = WordStyles.attribute(xml, "val");
                    case "numId" -> item = !"0".equals(WordStyles.attribute(xml, "val"));
                    case "outlineLvl" -> outlined = !"9".equals(WordStyles.attribute(xml, "val"));
                    case "shd" -> shade = around.or(Shade.fill(xml));
                    // How the mark at its end looks, and how it looked before.
                    case "rPr", "pPrChange" -> {
                        SafeXml.skip(xml);
                        open--;
                    }
                    default -> {}
                }
            }
        }
    }

    private void run(XMLStreamReader xml, int level) {
        var look = new Look();
        while (true) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (xml.getLocalName().equals("rPr")) {
                        look(xml, look);
                    } else {
                        part(xml, look, level);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private static void look(XMLStreamReader xml, Look look) {
        for (var open = 1; open > 0; ) {
            var event = SafeXml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                switch (xml.getLocalName()) {
                    case "rStyle" -> look.style = WordStyles.attribute(xml, "val");
                    case "b" -> look.bold = WordStyles.isOn(xml);
                    case "vanish", "webHidden" -> look.hidden = WordStyles.isOn(xml);
                    case "color" -> look.white = WordStyles.isWhite(xml);
                    case "shd" -> look.shaded |= Shade.fill(xml).dark();
                    case "highlight" -> look.shaded |= true;
                    case "rPrChange" -> {
                        SafeXml.skip(xml);
                        open--;
                    }
                    default -> {}
                }
            }
        }
    }

    private void part(XMLStreamReader xml, Look look, int level) {
        switch (xml.getLocalName()) {
            case "t" -> add(text(xml), look);
            case "tab", "ptab" -> adding(xml, "\t", look);
            case "br", "cr" -> adding(xml, "\n", look);
            case "noBreakHyphen" -> adding(xml, "-", look);
            case "sym" -> adding(xml, symbol(WordStyles.attribute(xml, "char")), look);
            case "fldChar" -> {
                turn(String.valueOf(WordStyles.attribute(xml, "fldCharType")));
                SafeXml.skip(xml);
            }
            case "instrText" -> {
                var text = text(xml);
                var field = fields.peek();
                if (field != null
                        && field.instruction.length() + text.length() < LONGEST_INSTRUCTION) {
                    field.instruction.append(text);
                }
            }
            case "footnoteReference", "endnoteReference" -> {
                var kind = xml.getLocalName().replace("Reference", "");
                behind.addAll(body.note(kind, WordStyles.attribute(xml, "id")));
                SafeXml.skip(xml);
            }
            case "commentReference" -> {
                remarks.comments();
                SafeXml.skip(xml);
            }
            case "delText", "delInstrText", "softHyphen", "Fallback", "rt" -> SafeXml.skip(xml);
            case "object" -> {
                remarks.embedded();
                boxes(xml, level);
            }
            case "AlternateContent", "Choice", "drawing", "pict" -> boxes(xml, level);
            case "ruby", "rubyBase" -> inline(xml, level + 1);
            default -> SafeXml.skip(xml);
        }
    }

    private void adding(XMLStreamReader xml, String text, Look look) {
        add(text, look);
        SafeXml.skip(xml);
    }

    private void add(String text, Look look) {
        var field = fields.peek();
        if (field != null && field.from < 0) {
            // Between a field's start and its result stands only its instruction.
            return;
        }
        if ("PlaceholderText".equals(look.style)) {
            // "Click here to enter text": an answer that nobody gave.
            return;
        }
        var styles = body.parts().styles();
        if (look.hidden != null
                ? look.hidden
                : styles.isHidden(look.style) || styles.isHidden(style)) {
            if (!text.isBlank()) {
                remarks.hidden();
            }
            return;
        }
        var white =
                look.white != null
                        ? look.white
                        : styles.isWhite(look.style) || styles.isWhite(style);
        if (white && !look.shaded && !shade.dark()) {
            if (!text.isBlank()) {
                remarks.white();
            }
            return;
        }
        if (!text.isBlank()) {
            allBold &=
                    look.bold != null
                            ? look.bold
                            : styles.isBold(look.style) || styles.isBold(style);
        }
        words.append(text);
        if (words.length() > Bounds.MOST_CHARACTERS) {
            throw Bounds.tooLong(words.length());
        }
    }

    private void turn(String kind) {
        switch (kind) {
            case "begin" -> {
                Bounds.depth(fields.size());
                fields.push(new Field());
            }
            case "separate" -> {
                var field = fields.peek();
                if (field != null) {
                    field.from = words.length();
                }
            }
            case "end" -> {
                if (!fields.isEmpty()) {
                    var field = fields.pop();
                    field(
                            field.instruction.toString(),
                            field.from < 0 ? words.length() : field.from);
                }
            }
            default -> {}
        }
    }

    private void field(String instruction, int from) {
        var link = LINK.matcher(instruction);
        if (link.matches()) {
            Link.close(words, Math.min(from, words.length()), link.group(1));
        } else if (FETCHES.matcher(instruction.toUpperCase(Locale.ROOT)).matches()) {
            remarks.fetchingField();
        }
    }

    /// Text boxes stand behind the paragraph that they hang on; of alternatives the first counts.
    private void boxes(XMLStreamReader xml, int level) {
        Bounds.depth(level);
        for (var open = 1; open > 0; ) {
            var event = SafeXml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "txbxContent" -> body.blocks(xml, behind, level + 1, Shade.NONE);
                    case "Fallback" -> SafeXml.skip(xml);
                    default -> open++;
                }
            }
        }
    }

    private static String text(XMLStreamReader xml) {
        var text = new StringBuilder();
        while (true) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.SPACE,
                        XMLStreamConstants.CDATA ->
                        text.append(xml.getText());
                case XMLStreamConstants.START_ELEMENT -> SafeXml.skip(xml);
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.toString();
                }
                default -> {}
            }
            if (text.length() > Bounds.MOST_CHARACTERS) {
                throw Bounds.tooLong(text.length());
            }
        }
    }

    /// A character of a symbol font: all are taken for bullets, which is what they are used for.
    private static String symbol(@Nullable String code) {
        return code == null ? "" : "•";
    }
}
