package org.breachregister.core.document.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What was filled into the fields of a form, as words at the place of the field.
final class FieldWords {

    private static final int DEEPEST = 30;
    private static final int PASSWORD = 1 << 13;
    private static final int PUSH_BUTTON = 1 << 16;
    private static final int MOST_CHARACTERS = 100_000;

    private final float size;

    FieldWords(float size) {
        this.size = size;
    }

    /// The words of a field.
    List<Word> of(COSDictionary widget, Box box) {
        var flags =
                inherited(widget, COSName.FF) instanceof COSNumber number ? number.intValue() : 0;
        var kind = inherited(widget, COSName.FT) instanceof COSName name ? name.getName() : "";
        var value = inherited(widget, COSName.V);
        return switch (kind) {
            case "Tx" -> (flags & PASSWORD) != 0 ? List.of() : words(text(value), box);
            case "Ch" -> words(chosen(value, inherited(widget, COSName.OPT)), box);
            case "Btn" -> (flags & PUSH_BUTTON) != 0 ? List.of() : words(ticked(widget), box);
            default -> List.of();
        };
    }

    /// The words that someone wrote upon a page.
    List<Word> written(COSDictionary annotation, Box box) {
        return words(text(annotation.getDictionaryObject(COSName.CONTENTS)), box);
    }

    private static @Nullable COSBase inherited(COSDictionary widget, COSName key) {
        var at = widget;
        for (var depth = 0; at != null && depth < DEEPEST; depth++) {
            var value = at.getDictionaryObject(key);
            if (value != null) {
                return value;
            }
            at = at.getCOSDictionary(COSName.PARENT);
        }
        return null;
    }

    private static String text(@Nullable COSBase value) {
        var text =
                switch (value) {
                    case COSString string -> string.getString();
                    case COSStream stream -> stream.toTextString();
                    case null, default -> "";
                };
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }

    private static String chosen(@Nullable COSBase value, @Nullable COSBase options) {
        if (value instanceof COSArray several) {
            var all = new ArrayList<String>();
            for (var i = 0; i < Math.min(several.size(), 100); i++) {
                all.add(chosen(several.getObject(i), options));
            }
            return String.join("\n", all);
        }
        var text = text(value);
        if (options instanceof COSArray array) {
            for (var i = 0; i < Math.min(array.size(), 1_000); i++) {
                if (array.getObject(i) instanceof COSArray pair
                        && pair.size() > 1
                        && text.equals(text(pair.getObject(0)))) {
                    return text(pair.getObject(1));
                }
            }
        }
        return text;
    }

    private static String ticked(COSDictionary widget) {
        var state = widget.getNameAsString(COSName.AS);
        if (state == null) {
            state = inherited(widget, COSName.V) instanceof COSName name ? name.getName() : "Off";
        }
        return state.equals("Off") ? "☐" : "☒";
    }

    /// Lays text out in a box.
    private List<Word> words(String text, Box box) {
        if (text.isBlank()) {
            return List.of();
        }
        for (var height = Math.min(size, 0.9f * box.height()); ; height *= 0.85f) {
            var words = laidOut(text.strip(), box, height);
            if (height < 2 || words.getLast().y() <= box.y1()) {
                return words;
            }
        }
    }

    private static List<Word> laidOut(String text, Box box, float height) {
        var words = new ArrayList<Word>();
        var space = 0.3f * height;
        var oneLine = box.height() < 2.2f * height;
        var y = oneLine ? (box.y0() + box.y1()) / 2 + 0.35f * height : box.y0() + 0.95f * height;
        for (var line : text.split("\\R")) {
            var x = box.x0() + 2;
            for (var word : line.strip().split("\\s+")) {
                if (word.isEmpty()) {
                    continue;
                }
                var width = 0.5f * height * word.length();
                if (x + width > box.x1() && x > box.x0() + 2) {
                    x = box.x0() + 2;
                    y += 1.2f * height;
                }
                words.add(new Word(word, x, x + width, y, height, false, true, null, null));
                x += width + space;
            }
            y += 1.2f * height;
        }
        return words;
    }
}
