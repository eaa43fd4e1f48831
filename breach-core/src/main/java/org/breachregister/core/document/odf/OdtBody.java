package org.breachregister.core.document.odf;

import org.breachregister.core.document.Block;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.SafeXml;
import org.breachregister.core.document.StructuredDocument;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/// Walks through the body of an OpenDocument text: paragraphs, lists, tables and what holds them.
final class OdtBody {

    private static final int MOST_COLUMNS = 1_000;

    private final OdtRemarks remarks;
    private final OdtStyles styles = new OdtStyles();
    private final Bounds bounds = new Bounds();

    OdtBody(OdtRemarks remarks) {
        this.remarks = remarks;
    }

    /// Reads a document from its first element.
    StructuredDocument read(XMLStreamReader xml) {
        var blocks = new ArrayList<Block>();
        while (SafeXml.next(xml) != XMLStreamConstants.END_DOCUMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "automatic-styles" -> styles.read(xml);
                case "body" -> {}
                case "text" -> blocks(xml, blocks, 0, Block.Style.TEXT, false);
                default -> SafeXml.skip(xml);
            }
        }
        return new StructuredDocument(blocks, remarks.all());
    }

    OdtRemarks remarks() {
        return remarks;
    }

    OdtStyles styles() {
        return styles;
    }

    Bounds bounds() {
        return bounds;
    }

    /// Reads what is left of the element that was just started.
    ///
    /// @param style what a paragraph in it is
    /// @param shaded whether white text may be seen in it
    void blocks(
            XMLStreamReader xml, List<Block> blocks, int depth, Block.Style style, boolean shaded) {
        Bounds.depth(depth);
        while (true) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> block(xml, blocks, depth, style, shaded);
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void block(
            XMLStreamReader xml, List<Block> blocks, int depth, Block.Style style, boolean shaded) {
        switch (xml.getLocalName()) {
            case "h" -> paragraph(xml, blocks, depth, Block.Style.HEADING, shaded);
            case "p" -> paragraph(xml, blocks, depth, style, shaded);
            case "list" -> blocks(xml, blocks, depth + 1, Block.Style.ITEM, shaded);
            case "list-header" -> blocks(xml, blocks, depth + 1, Block.Style.TEXT, shaded);
            case "section" -> {
                if ("none".equals(OdtStyles.attribute(xml, "display"))) {
                    remarks.hidden();
                    SafeXml.skip(xml);
                } else {
                    blocks(xml, blocks, depth + 1, style, shaded);
                }
            }
            case "list-item", "index-body", "table-of-content", "numbered-paragraph" ->
                    blocks(xml, blocks, depth + 1, style, shaded);
            case "table" -> table(xml, blocks, depth + 1, shaded);
            case "tracked-changes" -> {
                remarks.deleted();
                SafeXml.skip(xml);
            }
            case "frame", "text-box", "g", "custom-shape" -> box(xml, blocks, depth + 1, shaded);
            default -> SafeXml.skip(xml);
        }
    }

    private void paragraph(
            XMLStreamReader xml, List<Block> blocks, int depth, Block.Style style, boolean shaded) {
        new OdtParagraph(this, style, shaded, depth).read(xml, blocks);
    }

    /// A frame, whose text boxes are read and whose pictures are not.
    void box(XMLStreamReader xml, List<Block> blocks, int depth, boolean shaded) {
        Bounds.depth(depth);
        while (true) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "image", "object", "object-ole", "plugin", "floating-frame" -> {
                            var target = OdtStyles.attribute(xml, "href");
                            if (target != null && target.matches("(?s)(?:[a-z]+:)?//.*")) {
                                remarks.fetches();
                            }
                            SafeXml.skip(xml);
                        }
                        default -> block(xml, blocks, depth, Block.Style.TEXT, shaded);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void table(XMLStreamReader xml, List<Block> blocks, int depth, boolean around) {
        var rows = new ArrayList<Block.Row>();
        var shaded = around || styles.isShaded(OdtStyles.attribute(xml, "style-name"));
        rows(xml, rows, depth, shaded);
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(rows));
        }
    }

    private void rows(XMLStreamReader xml, List<Block.Row> rows, int depth, boolean around) {
        Bounds.depth(depth);
        while (true) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "table-row" -> row(xml, rows, depth, around);
                        case "table-header-rows", "table-rows", "table-row-group" ->
                                rows(xml, rows, depth + 1, around);
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

    /// A row that is repeated is read once: what office programs repeat are empty ones.
    private void row(XMLStreamReader xml, List<Block.Row> rows, int depth, boolean around) {
        bounds.block();
        var shaded = around || styles.isShaded(OdtStyles.attribute(xml, "style-name"));
        var cells = new ArrayList<Block.Cell>();
        while (true) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "table-cell" -> cells.add(cell(xml, depth + 1, shaded));
                        case "covered-table-cell" -> {
                            // Covered by the cell above it, or by the one to its left.
                            if (cells.isEmpty()) {
                                cells.add(new Block.Cell(List.of(), 1, true));
                            }
                            SafeXml.skip(xml);
                        }
                        default -> SafeXml.skip(xml);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!cells.isEmpty()) {
                        rows.add(new Block.Row(cells));
                    }
                    return;
                }
                default -> {}
            }
        }
    }

    private Block.Cell cell(XMLStreamReader xml, int depth, boolean around) {
        bounds.block();
        var columns = number(OdtStyles.attribute(xml, "number-columns-spanned"));
        var shaded = around || styles.isShaded(OdtStyles.attribute(xml, "style-name"));
        var blocks = new ArrayList<Block>();
        blocks(xml, blocks, depth, Block.Style.TEXT, shaded);
        return new Block.Cell(blocks, columns, false);
    }

    private static int number(@Nullable String value) {
        return value != null && value.matches("[1-9]\\d{0,4}")
                ? Math.min(Integer.parseInt(value), MOST_COLUMNS)
                : 1;
    }
}
