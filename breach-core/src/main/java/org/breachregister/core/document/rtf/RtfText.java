package org.breachregister.core.document.rtf;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.rtf.Command;

import org.breachregister.core.document.Block;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.Link;
import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Collects the text of a rich text document while it is parsed.
final class RtfText extends RtfListenerAdaptor {

    private static final Pattern LINK =
            Pattern.compile("\\s{0,20}HYPERLINK\\s{1,20}\"([^\"]{1,2000})\".*", Pattern.DOTALL);
    private static final Pattern FETCHES =
            Pattern.compile(
                    "\\s{0,20}(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT)\\b.*",
                    Pattern.DOTALL);
    private static final Pattern HEADING =
            Pattern.compile("(?:heading \\d|title|subtitle);?", Pattern.CASE_INSENSITIVE);
    private static final int DEEPEST_GROUP = 1_000;
    private static final int LONGEST_HEADING = 200;
    private static final int LONGEST_INSTRUCTION = 4_000;

    /// Groups that hold no text of the document.
    private static final Set<Command> NOT_TEXT =
            EnumSet.of(
                    Command.fonttbl,
                    Command.info,
                    Command.pict,
                    Command.header,
                    Command.headerl,
                    Command.headerr,
                    Command.headerf,
                    Command.footer,
                    Command.footerl,
                    Command.footerr,
                    Command.footerf,
                    Command.nonshppict,
                    Command.objdata,
                    Command.xe,
                    Command.tc,
                    Command.bkmkstart,
                    Command.bkmkend,
                    Command.ftnsep,
                    Command.ftnsepc,
                    Command.ftncn,
                    Command.aftnsep,
                    Command.aftnsepc,
                    Command.aftncn,
                    Command.sn,
                    Command.sv,
                    Command.filetbl);

    /// Groups marked as skippable that hold text all the same.
    private static final Set<Command> TEXT_ALL_THE_SAME =
            EnumSet.of(
                    Command.shpinst,
                    Command.shptxt,
                    Command.nesttableprops,
                    Command.fldinst,
                    Command.footnote,
                    Command.stylesheet);

    private final Bounds bounds = new Bounds();
    private final RtfTables tables = new RtfTables(bounds);
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<Integer> white = new HashSet<>();
    private final Set<Integer> headings = new HashSet<>();
    private final int[] colour = {-1, -1, -1};
    private final Deque<State> groups = new ArrayDeque<>();
    private State state = new State();
    private Paragraph paragraph = new Paragraph();
    private int colours;
    private int style;

    /// What holds until the group ends.
    private static final class State implements Cloneable {
        boolean skipped;
        boolean nested;
        boolean instruction;
        boolean colours;
        boolean styles;
        boolean hidden;
        boolean deleted;
        boolean bold;
        boolean white;
        boolean shaded;
        @Nullable Field field;
        boolean opensField;
        @Nullable Paragraph around;

        @Override
        public State clone() {
            try {
                var inner = (State) super.clone();
                inner.opensField = false;
                inner.around = null;
                return inner;
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Field {
        final StringBuilder instruction = new StringBuilder();
        int from;
    }

    /// The paragraph that is being read.
    private static final class Paragraph {
        final StringBuilder words = new StringBuilder();
        final List<Block> behind = new ArrayList<>();
        boolean note;
        boolean item;
        boolean heading;
        boolean allBold = true;
        int depth;
    }

    /// The document, when all was parsed.
    StructuredDocument document() {
        endParagraph();
        return new StructuredDocument(tables.all(), List.copyOf(remarks));
    }

    @Override
    public void processGroupStart() {
        if (groups.size() >= DEEPEST_GROUP) {
            throw new UnreadableDocument(
                    "The rich text document is nested deeper than any report needs. Send a plain copy of the report");
        }
        groups.push(state);
        state = state.clone();
    }

    @Override
    public void processGroupEnd() {
        var ended = state;
        if (groups.isEmpty()) {
            return;
        }
        state = groups.pop();
        if (ended.opensField && ended.field != null) {
            close(ended.field);
        }
        if (ended.around != null) {
            endParagraph();
            var note = paragraph;
            paragraph = ended.around;
            paragraph.behind.addAll(note.behind);
        }
    }

    private void close(Field field) {
        var instruction = field.instruction.toString();
        var link = LINK.matcher(instruction);
        if (link.matches()) {
            Link.close(
                    paragraph.words, Math.min(field.from, paragraph.words.length()), link.group(1));
        } else if (FETCHES.matcher(instruction.toUpperCase(Locale.ROOT)).matches()) {
            remarks.add(
                    "The document has a field that takes its content from somewhere else; it was not followed");
        }
    }

    @Override
    public void processString(String text) {
        if (state.colours) {
            for (var i = text.indexOf(';'); i >= 0; i = text.indexOf(';', i + 1)) {
                if (colour[0] == 255 && colour[1] == 255 && colour[2] == 255) {
                    white.add(colours);
                }
                colours++;
                colour[0] = colour[1] = colour[2] = -1;
            }
        } else if (state.styles) {
            if (HEADING.matcher(text.strip()).matches()) {
                headings.add(style);
            }
        } else if (state.instruction) {
            var field = state.field;
            if (field != null && field.instruction.length() + text.length() < LONGEST_INSTRUCTION) {
                field.instruction.append(text);
            }
        } else {
            add(text);
        }
    }

    private void add(String text) {
        if (state.skipped || state.instruction || state.colours || state.styles) {
            return;
        }
        if (state.hidden
                || state.deleted
                || (state.white && !state.shaded && paragraph.depth == 0)) {
            if (!text.isBlank()) {
                remarks.add(
                        state.deleted
                                ? "The document has tracked changes: words that were deleted were left out, words that were inserted were kept"
                                : state.hidden
                                        ? "The document has hidden text, which was left out"
                                        : "The document has white text on white, which was left out");
            }
            return;
        }
        if (!text.isBlank()) {
            paragraph.allBold &= state.bold;
        }
        bounds.characters(text.length());
        paragraph.words.append(text);
    }

    @Override
    public void processCommand(
            Command command, int parameter, boolean hasParameter, boolean optional) {
        var on = !hasParameter || parameter != 0;
        if (TEXT_ALL_THE_SAME.contains(command)) {
            state.skipped = !groups.isEmpty() && groups.peek().skipped;
        } else if (optional || command == Command.optionalcommand || NOT_TEXT.contains(command)) {
            state.skipped = true;
        }
        switch (command) {
            case colortbl -> state.colours = true;
            case red -> colour[0] = parameter;
            case green -> colour[1] = parameter;
            case blue -> colour[2] = parameter;
            case par, sect, page -> endParagraph();
            case line -> add("\n");
            case tab -> add("\t");
            case emdash -> add("—");
            case endash -> add("–");
            case lquote -> add("‘");
            case rquote -> add("’");
            case ldblquote -> add("“");
            case rdblquote -> add("”");
            case bullet -> add("•");
            case nonbreakingspace, emspace, enspace -> add(" ");
            case nonbreakinghyphen -> add("-");
            case plain -> {
                state.bold = false;
                state.hidden = false;
                state.white = false;
                state.shaded = false;
            }
            case b -> state.bold = on;
            case v -> state.hidden = on;
            case deleted -> state.deleted = on;
            case cf -> state.white = white.contains(parameter);
            case cb, highlight, chcbpat, chshdng -> state.shaded = on;
            case pard -> {
                paragraph.item = false;
                paragraph.heading = false;
                paragraph.depth = 0;
            }
            case ls -> paragraph.item = on;
            case listtext, pntext -> {
                paragraph.item = true;
                state.skipped = true;
            }
            case stylesheet -> state.styles = true;
            case s -> {
                style = parameter;
                paragraph.heading = headings.contains(parameter);
            }
            case field -> {
                state.field = new Field();
                state.field.from = paragraph.words.length();
                state.opensField = true;
            }
            case fldinst -> state.instruction = true;
            case fldrslt -> {
                state.instruction = false;
                if (state.field != null) {
                    state.field.from = paragraph.words.length();
                }
            }
            case footnote, shptxt -> startNote();
            case annotation -> {
                state.skipped = true;
                remarks.add("The document has comments, which were left out");
            }
            case object -> remarks.add("The document holds another file, which was not opened");
            default -> table(command, parameter);
        }
    }

    private void table(Command command, int parameter) {
        switch (command) {
            case nesttableprops -> state.nested = true;
            case trowd -> tables.describeRow(state.nested);
            case clvmrg -> tables.continuesAbove();
            case clmrg -> tables.continuesBefore();
            case cellx -> tables.describedCell();
            case intbl -> paragraph.depth = Math.max(1, paragraph.depth);
            case itap -> paragraph.depth = Math.max(0, parameter);
            case cell, nestcell -> {
                var depth = command == Command.cell ? 1 : Math.max(2, paragraph.depth);
                paragraph.depth = depth;
                endParagraph();
                tables.endCell(depth);
            }
            case row -> tables.endRow(1);
            case nestrow -> tables.endRow(Math.max(2, paragraph.depth));
            default -> {}
        }
    }

    /// A note is read as a paragraph of its own, and stands behind that which it belongs to.
    private void startNote() {
        state.around = paragraph;
        var note = new Paragraph();
        note.note = true;
        paragraph = note;
    }

    private void endParagraph() {
        var ended = paragraph;
        var text = ended.words.toString();
        if (!text.isBlank()) {
            bounds.block();
            var heading =
                    ended.heading
                            || (ended.allBold && !ended.item && text.length() < LONGEST_HEADING);
            var style =
                    heading
                            ? Block.Style.HEADING
                            : ended.item ? Block.Style.ITEM : Block.Style.TEXT;
            var block = new Block.Paragraph(style, text, 0);
            if (ended.note) {
                ended.behind.add(block);
            } else {
                tables.add(block, ended.depth);
            }
        }
        if (!ended.note) {
            ended.behind.forEach(note -> tables.add(note, ended.depth));
            ended.behind.clear();
        }
        ended.words.setLength(0);
        ended.allBold = true;
    }
}
