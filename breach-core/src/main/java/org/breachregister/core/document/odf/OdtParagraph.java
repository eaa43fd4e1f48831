package org.breachregister.core.document.odf;

import org.breachregister.core.document.Block;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.Link;
import org.breachregister.core.document.SafeXml;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/// Reads one paragraph of an OpenDocument text: its spans, links, fields and notes.
final class OdtParagraph {

    private static final int LONGEST_HEADING = 200;
    private static final int MOST_SPACES = 100;

    private final OdtBody body;
    private final OdtStyles styles;
    private final Block.Style style;
    private final boolean shaded;
    private final int depth;
    private final StringBuilder words = new StringBuilder();
    private final List<Block> behind = new ArrayList<>();
    private boolean allBold = true;
    private boolean unseen;

    OdtParagraph(OdtBody body, Block.Style style, boolean shaded, int depth) {
        this.body = body;
        this.styles = body.styles();
        this.style = style;
        this.shaded = shaded;
        this.depth = depth;
    }

    /// How text looks.
    private record Look(boolean bold, boolean hidden, boolean white, boolean shaded) {

        Look with(OdtStyles styles, @Nullable String style) {
            if (style == null) {
                return this;
            }
            return new Look(
                    bold || styles.isBold(style),
                    hidden || styles.isHidden(style),
                    white || styles.isWhite(style),
                    shaded || styles.isShaded(style));
        }
    }

    /// Reads to the paragraph's end, and adds it and what belongs to it.
    void read(XMLStreamReader xml, List<Block> blocks) {
        body.bounds().block();
        var look =
                new Look(false, false, false, shaded)
                        .with(styles, OdtStyles.attribute(xml, "style-name"));
        inline(xml, look, depth);
        body.bounds().characters(words.length());
        if (unseen) {
            body.remarks().hidden();
            return;
        }
        if (!words.toString().isBlank()) {
            var heading = style == Block.Style.TEXT && allBold && words.length() < LONGEST_HEADING;
            blocks.add(
                    new Block.Paragraph(
                            heading ? Block.Style.HEADING : style, words.toString(), 0));
        }
        blocks.addAll(behind);
    }

    private void inline(XMLStreamReader xml, Look look, int level) {
        Bounds.depth(level);
        while (true) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> element(xml, look, level);
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.SPACE,
                        XMLStreamConstants.CDATA ->
                        // White space of the file is one space; others are elements.
                        add(xml.getText().replaceAll("\\s+", " "), look);
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void element(XMLStreamReader xml, Look look, int level) {
        switch (xml.getLocalName()) {
            case "span" ->
                    inline(
                            xml,
                            look.with(styles, OdtStyles.attribute(xml, "style-name")),
                            level + 1);
            case "a" -> {
                var target = OdtStyles.attribute(xml, "href");
                var from = words.length();
                inline(xml, look, level + 1);
                if (target != null) {
                    Link.close(words, from, target);
                }
            }
            case "s" -> {
                add(" ".repeat(spaces(OdtStyles.attribute(xml, "c"))), look);
                SafeXml.skip(xml);
            }
            case "tab" -> {
                add("\t", look);
                SafeXml.skip(xml);
            }
            case "line-break" -> {
                add("\n", look);
                SafeXml.skip(xml);
            }
            case "note" -> note(xml, level);
            case "annotation" -> {
                body.remarks().comments();
                SafeXml.skip(xml);
            }
            case "hidden-paragraph" -> {
                // The paragraph that it stands in is hidden, not what stands in it.
                unseen |= !"false".equals(OdtStyles.attribute(xml, "is-hidden"));
                SafeXml.skip(xml);
            }
            case "hidden-text" -> {
                body.remarks().hidden();
                SafeXml.skip(xml);
            }
            case "frame", "custom-shape", "g" -> body.box(xml, behind, level + 1, false);
            case "annotation-end",
                    "change",
                    "change-start",
                    "change-end",
                    "bookmark",
                    "bookmark-start",
                    "bookmark-end",
                    "soft-page-break",
                    "script",
                    "event-listeners",
                    "note-citation" ->
                    SafeXml.skip(xml);
            // A field shows its text.
            default -> inline(xml, look, level + 1);
        }
    }

    private void note(XMLStreamReader xml, int level) {
        Bounds.depth(level);
        while (true) {
            switch (SafeXml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (xml.getLocalName().equals("note-body")) {
                        body.blocks(xml, behind, level + 1, Block.Style.TEXT, false);
                    } else {
                        SafeXml.skip(xml);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void add(String text, Look look) {
        if (look.hidden() || (look.white() && !look.shaded())) {
            if (!text.isBlank()) {
                if (look.hidden()) {
                    body.remarks().hidden();
                } else {
                    body.remarks().white();
                }
            }
            return;
        }
        if (!text.isBlank()) {
            allBold &= look.bold();
        }
        words.append(text);
        if (words.length() > Bounds.MOST_CHARACTERS) {
            throw Bounds.tooLong(words.length());
        }
    }

    private static int spaces(@Nullable String count) {
        return count != null && count.matches("\\d{1,9}")
                ? Math.min(Integer.parseInt(count), MOST_SPACES)
                : 1;
    }
}
