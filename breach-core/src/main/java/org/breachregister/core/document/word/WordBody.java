package org.breachregister.core.document.word;

import org.breachregister.core.document.Block;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.SafeXml;
import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/// Walks through the body of a Word document: paragraphs, tables and what holds them.
final class WordBody {

    private final WordParts parts;
    private final Bounds bounds = new Bounds();
    private final WordRemarks remarks = new WordRemarks();
    private final Map<String, List<Block>> notes = new HashMap<>();
    private boolean inNotes;

    WordBody(WordParts parts) {
        this.parts = parts;
    }

    StructuredDocument read() {
        inNotes = true;
        parts.part("/footnotes").ifPresent(part -> notes(part, "footnote"));
        parts.part("/endnotes").ifPresent(part -> notes(part, "endnote"));
        inNotes = false;
        var blocks = new ArrayList<Block>();
        var xml = SafeXml.open(parts.body());
        if (!xml.getLocalName().equals("document")) {
            throw new UnreadableDocument(
                    "The file holds no Word document. Save the report as .docx and send that");
        }
        blocks(xml, blocks, 0, Shade.NONE);
        remarks.about(parts);
        return new StructuredDocument(blocks, remarks.all());
    }

    private void notes(byte[] part, String kind) {
        var xml = SafeXml.open(part);
        while (SafeXml.next(xml) != XMLStreamConstants.END_DOCUMENT) {
            if (xml.isStartElement() && xml.getLocalName().equals(kind)) {
                var id = WordStyles.attribute(xml, "id");
                // Notes with a type are the lines that separate notes from the text.
                var separator = WordStyles.attribute(xml, "type");
                var blocks = new ArrayList<Block>();
                blocks(xml, blocks, 1, Shade.NONE);
                if (separator == null || separator.equals("normal")) {
                    notes.put(kind + id, blocks);
                }
            }
        }
    }

    /// The note that a reference stands for, once.
    List<Block> note(String kind, @Nullable String id) {
        var note = inNotes ? null : notes.remove(kind + id);
        return note == null ? List.of() : note;
    }

    WordParts parts() {
        return parts;
    }

    Bounds bounds() {
        return bounds;
    }

    WordRemarks remarks() {
        return remarks;
    }

    /// Reads what is left of the element that was just started.
    void blocks(XMLStreamReader xml, List<Block> blocks, int depth, Shade shade) {
        Bounds.depth(depth);
        while (true) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> block(xml, blocks, depth, shade);
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new IllegalStateException();
                default -> {}
            }
        }
    }

    private void block(XMLStreamReader xml, List<Block> blocks, int depth, Shade shade) {
        switch (xml.getLocalName()) {
            case "p" -> new WordParagraph(this, shade, depth).read(xml, blocks);
            case "tbl" -> table(xml, blocks, depth + 1, shade);
            case "del", "moveFrom" -> {
                remarks.deleted();
                SafeXml.skip(xml);
            }
            case "AlternateContent",
                    "Choice",
                    "sdt",
                    "sdtContent",
                    "customXml",
                    "smartTag",
                    "ins",
                    "moveTo",
                    "body",
                    "txbxContent" ->
                    blocks(xml, blocks, depth + 1, shade);
            case "altChunk" -> {
                remarks.embedded();
                SafeXml.skip(xml);
            }
            default -> SafeXml.skip(xml);
        }
    }

    private void table(XMLStreamReader xml, List<Block> blocks, int depth, Shade around) {
        Bounds.depth(depth);
        var rows = new ArrayList<Block.Row>();
        var shade = new Shade[] {around};
        parts(
                xml,
                depth,
                name -> {
                    switch (name) {
                        case "tr" -> {
                            row(xml, rows, depth, shade[0]);
                            return true;
                        }
                        case "tblPr" -> {
                            shade[0] = shade[0].or(Shade.of(xml));
                            return true;
                        }
                        default -> {
                            return false;
                        }
                    }
                });
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(rows));
        }
    }

    private void row(XMLStreamReader xml, List<Block.Row> rows, int depth, Shade shade) {
        bounds.block();
        var cells = new ArrayList<Block.Cell>();
        var deleted = new boolean[1];
        parts(
                xml,
                depth,
                name -> {
                    switch (name) {
                        case "tc" -> {
                            cells.add(cell(xml, depth + 1, shade));
                            return true;
                        }
                        case "trPr" -> {
                            deleted[0] = holds(xml, "del");
                            return true;
                        }
                        default -> {
                            return false;
                        }
                    }
                });
        if (deleted[0]) {
            remarks.deleted();
        } else if (!cells.isEmpty()) {
            rows.add(new Block.Row(cells));
        }
    }

    private Block.Cell cell(XMLStreamReader xml, int depth, Shade around) {
        bounds.block();
        var blocks = new ArrayList<Block>();
        var columns = 1;
        var goesOn = false;
        var shade = around;
        while (SafeXml.next(xml) != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            if (!xml.getLocalName().equals("tcPr")) {
                block(xml, blocks, depth, shade);
                continue;
            }
            for (var open = 1; open > 0; ) {
                var event = SafeXml.next(xml);
                if (event == XMLStreamConstants.END_ELEMENT) {
                    open--;
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    open++;
                    switch (xml.getLocalName()) {
                        case "gridSpan" -> columns = columns(WordStyles.attribute(xml, "val"));
                        case "vMerge" ->
                                goesOn = !"restart".equals(WordStyles.attribute(xml, "val"));
                        case "shd" -> shade = shade.or(Shade.fill(xml));
                        default -> {}
                    }
                }
            }
        }
        return new Block.Cell(blocks, columns, goesOn);
    }

    private static int columns(@Nullable String value) {
        return value != null && value.matches("[1-9]\\d{0,2}") ? Integer.parseInt(value) : 1;
    }

    private static boolean holds(XMLStreamReader xml, String name) {
        var found = false;
        for (var open = 1; open > 0; ) {
            var event = SafeXml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                found |= xml.getLocalName().equals(name);
            }
        }
        return found;
    }

    /// Takes an element that it knows.
    private interface Taker {

        /// Reads the element that was just started to its end, or says that it is none of its own.
        boolean take(String name);
    }

    /// Reads the rows of a table or the cells of a row, through the controls that may stand around
    /// them.
    private void parts(XMLStreamReader xml, int depth, Taker taker) {
        Bounds.depth(depth);
        while (true) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var name = xml.getLocalName();
                    if (taker.take(name)) {
                        continue;
                    }
                    switch (name) {
                        case "sdt", "sdtContent", "customXml", "ins", "moveTo" ->
                                parts(xml, depth + 1, taker);
                        default -> SafeXml.skip(xml);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }
}
