package org.breachregister.core.document.pdf;

import org.breachregister.core.document.pdf.Drawing.Unseen;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Tells what a person who looks at a page can see of its characters.
final class Visibility {

    private static final float BAND = 20;

    private final List<List<Paint>> bands = new ArrayList<>();
    private final Drawing drawing;
    private final Effort effort;

    private Visibility(Drawing drawing, Effort effort) {
        this.drawing = drawing;
        this.effort = effort;
        for (var paint : drawing.paints) {
            var box = paint.box().within(drawing.page);
            if (!paint.below() && !paint.above() || box.height() < 0) {
                continue;
            }
            var last = band(box.y1());
            effort.comparisons(last - band(box.y0()) + 1);
            for (var band = band(box.y0()); band <= last; band++) {
                while (bands.size() <= band) {
                    bands.add(new ArrayList<>());
                }
                bands.get(band).add(paint);
            }
        }
    }

    private static int band(float y) {
        return (int) Math.clamp(y / BAND, 0, 2_000);
    }

    /// The characters that can be seen, in the order in which they were drawn.
    static List<Glyph> seen(Drawing drawing, Effort effort) {
        var visibility = new Visibility(drawing, effort);
        var scan = drawing.isScan();
        var seen = new ArrayList<Glyph>();
        for (var glyph : scan ? drawing.invisible : drawing.glyphs) {
            var why = visibility.unseen(glyph, scan);
            if (why == null) {
                seen.add(glyph);
            } else if (!glyph.isSpace()) {
                drawing.hide(why);
            }
        }
        if (!scan) {
            drawing.invisible.stream()
                    .filter(glyph -> !glyph.isSpace())
                    .forEach(_ -> drawing.hide(Unseen.INVISIBLE));
        }
        return seen;
    }

    private @Nullable Unseen unseen(Glyph glyph, boolean recognised) {
        var x = glyph.middle();
        var y = glyph.y() - glyph.size() * 0.3f;
        var band = band(y);
        if (band >= bands.size()) {
            return !recognised && Colours.same(glyph.colour(), Colours.WHITE)
                    ? Unseen.SAME_COLOUR
                    : null;
        }
        var below = Colours.WHITE;
        var paints = bands.get(band);
        effort.comparisons(paints.size());
        for (var paint : paints) {
            if (!paint.box().holds(x, y)) {
                continue;
            }
            if (paint.order() < glyph.order()) {
                below = paint.below() ? paint.colour() : below;
            } else if (paint.above()) {
                return Unseen.COVERED;
            }
        }
        return !recognised && Colours.same(glyph.colour(), below) ? Unseen.SAME_COLOUR : null;
    }
}
