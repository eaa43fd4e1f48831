package org.breachregister.core.document.pdf;

import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// The colours of a document as 0xRRGGBB. Profiles are not applied: what matters is whether words
/// can be told from what they stand on.
final class Colours {

    /// A pattern, or a colour that cannot be told.
    static final int UNKNOWN = -1;

    static final int WHITE = 0xFFFFFF;

    private @Nullable PDColor last;
    private int lastValue;

    int of(PDColor colour) {
        if (colour == last) {
            return lastValue;
        }
        last = colour;
        lastValue = value(colour);
        return lastValue;
    }

    private static int value(PDColor colour) {
        var space = colour.getColorSpace();
        var parts = colour.getComponents();
        if (space == null || colour.isPattern()) {
            return UNKNOWN;
        }
        var simple =
                space instanceof PDDeviceGray
                        || space instanceof PDDeviceRGB
                        || space instanceof PDICCBased;
        if (simple && parts.length == 1) {
            return rgb(parts[0], parts[0], parts[0]);
        }
        if (simple && parts.length == 3) {
            return rgb(parts[0], parts[1], parts[2]);
        }
        if (parts.length == 4) {
            var light = 1 - parts[3];
            return rgb((1 - parts[0]) * light, (1 - parts[1]) * light, (1 - parts[2]) * light);
        }
        try {
            return colour.toRGB() & WHITE;
        } catch (IOException | RuntimeException e) {
            return UNKNOWN;
        }
    }

    private static int rgb(float red, float green, float blue) {
        return part(red) << 16 | part(green) << 8 | part(blue);
    }

    private static int part(float value) {
        return Math.round(Math.clamp(value, 0, 1) * 255);
    }

    /// Whether two colours cannot be told apart.
    static boolean same(int one, int other) {
        if (one == UNKNOWN || other == UNKNOWN) {
            return false;
        }
        for (var shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > 20) {
                return false;
            }
        }
        return true;
    }

    static boolean isDark(int colour) {
        return colour != UNKNOWN
                && (colour >> 16 & 0xFF) + (colour >> 8 & 0xFF) + (colour & 0xFF) < 200;
    }
}
