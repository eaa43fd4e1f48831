package org.breachregister.core.document.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.breachregister.core.document.pdf.Words.Target;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What lies on a page beside its own drawing: links, fields of a form, boxes, comments.
final class Annotations {

    private static final int MOST = 5_000;
    private static final int HIDDEN = 2 | 32;

    private final PageView view;
    private final FieldWords fields;
    final List<Target> links = new ArrayList<>();
    final List<Word> words = new ArrayList<>();
    final List<Paint> covers = new ArrayList<>();
    int comments;
    int attachments;
    int scripts;

    private Annotations(PageView view, float size) {
        this.view = view;
        this.fields = new FieldWords(size);
    }

    static Annotations of(PDPage page, PageView view, float size) {
        var annotations = new Annotations(view, size);
        var array = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        for (var i = 0; array != null && i < Math.min(array.size(), MOST); i++) {
            if (array.getObject(i) instanceof COSDictionary annotation) {
                annotations.add(annotation);
            }
        }
        return annotations;
    }

    private void add(COSDictionary annotation) {
        var box = box(annotation.getCOSArray(COSName.RECT));
        if (box == null || (annotation.getInt(COSName.F, 0) & HIDDEN) != 0) {
            return;
        }
        var subtype = annotation.getNameAsString(COSName.SUBTYPE, "");
        switch (subtype) {
            case "Link" -> link(annotation, box);
            case "Widget" -> words.addAll(fields.of(annotation, box));
            case "FreeText" -> words.addAll(fields.written(annotation, box));
            case "Redact" -> cover(box);
            case "Square", "Polygon", "Stamp" -> {
                if (isOpaque(annotation, "IC")) {
                    cover(box);
                }
            }
            case "Highlight" -> {
                if (isOpaque(annotation, "C") && isDark(annotation.getCOSArray(COSName.C))) {
                    cover(box);
                }
            }
            case "FileAttachment" -> attachments++;
            case "Popup", "PrinterMark", "TrapNet" -> {}
            case "RichMedia", "Screen", "Movie", "Sound", "3D" -> scripts++;
            default -> comments++;
        }
        if (!annotation.getString(COSName.CONTENTS, "").isBlank()
                && List.of("Square", "Polygon", "Highlight").contains(subtype)) {
            comments++;
        }
    }

    private void cover(Box box) {
        covers.add(new Paint(box, 0, Integer.MAX_VALUE, false, true));
    }

    private static boolean isOpaque(COSDictionary annotation, String colour) {
        var filling = annotation.getCOSArray(COSName.getPDFName(colour));
        return filling != null && filling.size() > 0 && annotation.getFloat(COSName.CA, 1) > 0.85f;
    }

    private static boolean isDark(@Nullable COSArray colour) {
        if (colour == null) {
            return false;
        }
        var sum = 0f;
        for (var i = 0; i < colour.size(); i++) {
            sum += colour.getObject(i) instanceof COSNumber part ? part.floatValue() : 1;
        }
        return colour.size() < 4 && sum / colour.size() < 0.25f;
    }

    private void link(COSDictionary annotation, Box box) {
        if (!(annotation.getDictionaryObject(COSName.A) instanceof COSDictionary action)) {
            return;
        }
        var kind = action.getNameAsString(COSName.S, "");
        if (kind.equals("JavaScript") || kind.equals("Launch") || kind.equals("ImportData")) {
            scripts++;
        }
        var address = action.getString(COSName.URI);
        if (!kind.equals("URI") || address == null || address.isBlank()) {
            return;
        }
        var quads = annotation.getCOSArray(COSName.QUADPOINTS);
        if (quads == null || quads.size() < 8 || quads.size() > 800) {
            links.add(new Target(box, address.strip()));
            return;
        }
        for (var i = 0; i + 8 <= quads.size(); i += 8) {
            var part = quad(quads, i);
            if (part != null) {
                links.add(new Target(part, address.strip()));
            }
        }
    }

    private @Nullable Box quad(COSArray quads, int from) {
        Box all = null;
        for (var i = from; i < from + 8; i += 2) {
            if (!(quads.getObject(i) instanceof COSNumber px)
                    || !(quads.getObject(i + 1) instanceof COSNumber py)) {
                return null;
            }
            var x = view.x(px.floatValue(), py.floatValue());
            var y = view.y(px.floatValue(), py.floatValue());
            all =
                    all == null
                            ? new Box(x, y, x, y)
                            : new Box(
                                    Math.min(all.x0(), x),
                                    Math.min(all.y0(), y),
                                    Math.max(all.x1(), x),
                                    Math.max(all.y1(), y));
        }
        return all;
    }

    private @Nullable Box box(@Nullable COSArray rectangle) {
        if (rectangle == null || rectangle.size() < 4) {
            return null;
        }
        for (COSBase side : rectangle.toList()) {
            if (!(side instanceof COSNumber)) {
                return null;
            }
        }
        var box = view.box(new PDRectangle(rectangle));
        return box.width() > 0 && box.height() > 0 ? box : null;
    }
}
