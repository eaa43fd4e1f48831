package org.breachregister.core.document.pdf;

import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;

/// What the codes of a document's fonts stand for.
final class Characters {

    private static final String UNKNOWN = "\uFFFD";

    private static final class Font {

        final Map<Integer, String> texts = new HashMap<>();
        boolean bold;
        float height = 1;
    }

    private final Map<PDFont, Font> fonts = new IdentityHashMap<>();
    private @Nullable PDFont last;
    private Font lastFont = new Font();

    String text(PDFont font, int code) {
        var texts = font(font).texts;
        var text = texts.get(code);
        if (text == null) {
            text = decode(font, code);
            texts.put(code, text);
        }
        return text;
    }

    boolean isBold(PDFont font) {
        return font(font).bold;
    }

    /// The height of a font at its place.
    float size(PDFont font, Matrix place) {
        return (float) Math.hypot(place.getShearX(), place.getScaleY()) * font(font).height;
    }

    private Font font(PDFont font) {
        if (font != last) {
            last = font;
            lastFont = fonts.computeIfAbsent(font, Characters::describe);
        }
        return lastFont;
    }

    private static Font describe(PDFont font) {
        var described = new Font();
        var name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
        var descriptor = font.getFontDescriptor();
        described.bold =
                name.contains("bold")
                        || name.contains("black")
                        || name.contains("heavy")
                        || name.contains("demi")
                        || (descriptor != null
                                && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
        if (font instanceof PDType3Font drawn) {
            described.height = height(drawn);
        }
        return described;
    }

    private static float height(PDType3Font font) {
        var scale = Math.abs(font.getFontMatrix().getScaleY());
        if (Math.abs(scale - 0.001f) < 0.0002f) {
            return 1;
        }
        var box = font.getFontBBox();
        var height = box == null ? 0 : box.getHeight() * scale;
        return height > 0.2f && height < 3 ? height : 1;
    }

    private static String decode(PDFont font, int code) {
        var text = unicode(font, code);
        if (text == null || text.isEmpty()) {
            return UNKNOWN;
        }
        if (text.length() == 1 && text.charAt(0) < ' ') {
            return text.charAt(0) == '\t' ? " " : font instanceof PDSimpleFont ? " " : UNKNOWN;
        }
        return text.chars().anyMatch(c -> c >= 0xFB00 && c <= 0xFB06)
                ? Normalizer.normalize(text, Normalizer.Form.NFKC)
                : text;
    }

    private static @Nullable String unicode(PDFont font, int code) {
        try {
            return font.toUnicode(code, GlyphList.getAdobeGlyphList());
        } catch (RuntimeException e) {
            return null;
        }
    }
}
