package org.breachregister.core.document.pdf;

import org.breachregister.core.document.UnreadableDocument;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Follows the outlines that a page draws and tells straight lines and rectangles from them.
final class PathTracer {

    private static final float THIN = 3;
    private static final float SHORT = 6;
    private static final int MOST_POINTS = 1_000_000;

    private static final class Outline {

        float[] points = new float[16];
        int size;
        boolean closed;

        void add(float x, float y) {
            if (size == points.length) {
                points = Arrays.copyOf(points, size * 2);
            }
            points[size++] = x;
            points[size++] = y;
        }

        Box box() {
            var x0 = points[0];
            var x1 = x0;
            var y0 = points[1];
            var y1 = y0;
            for (var i = 2; i < size; i += 2) {
                x0 = Math.min(x0, points[i]);
                x1 = Math.max(x1, points[i]);
                y0 = Math.min(y0, points[i + 1]);
                y1 = Math.max(y1, points[i + 1]);
            }
            return new Box(x0, y0, x1, y1);
        }

        /// Its area, negative when it runs the other way round.
        float area() {
            var sum = 0f;
            for (var i = 0; i < size; i += 2) {
                var next = (i + 2) % size;
                sum += points[i] * points[next + 1] - points[next] * points[i + 1];
            }
            return sum / 2;
        }
    }

    private final List<Outline> outlines = new ArrayList<>();
    private int points;

    void move(float x, float y) {
        count();
        var outline = new Outline();
        outline.add(x, y);
        outlines.add(outline);
    }

    void line(float x, float y) {
        count();
        if (outlines.isEmpty()) {
            move(x, y);
        } else {
            outlines.getLast().add(x, y);
        }
    }

    void close() {
        if (!outlines.isEmpty()) {
            outlines.getLast().closed = true;
        }
    }

    void end() {
        outlines.clear();
        points = 0;
    }

    private void count() {
        if (++points > MOST_POINTS) {
            throw new UnreadableDocument(
                    "A drawing in the document has more than a million points. Print the report to a new PDF, or send the document that it was made from");
        }
    }

    /// What the outlines hold between them.
    @Nullable Box bounds() {
        Box all = null;
        for (var outline : outlines) {
            var box = outline.box();
            all =
                    all == null
                            ? box
                            : new Box(
                                    Math.min(all.x0(), box.x0()),
                                    Math.min(all.y0(), box.y0()),
                                    Math.max(all.x1(), box.x1()),
                                    Math.max(all.y1(), box.y1()));
        }
        return all;
    }

    /// The rectangles that filling them paints; thin ones are lines.
    List<Box> filled(boolean evenOdd, Drawing drawing, Box clip) {
        var boxes = new ArrayList<Box>();
        for (var outline : outlines) {
            if (outline.size < 4) {
                continue;
            }
            var box = outline.box().within(clip);
            if (box.width() < 0 || box.height() < 0) {
                continue;
            }
            if (box.height() <= THIN && box.width() >= SHORT) {
                drawing.rule(new Ruling(true, (box.y0() + box.y1()) / 2, box.x0(), box.x1()));
            } else if (box.width() <= THIN && box.height() >= SHORT) {
                drawing.rule(new Ruling(false, (box.x0() + box.x1()) / 2, box.y0(), box.y1()));
            } else if (box.width() > THIN
                    && box.height() > THIN
                    && fills(outline)
                    && !isHole(outline, evenOdd)) {
                if (isFrame(outline, evenOdd)) {
                    sides(box, drawing);
                } else {
                    boxes.add(box);
                }
            }
        }
        return boxes;
    }

    /// Lines that stroking them draws; thick ones are rectangles.
    List<Box> stroked(float width, Drawing drawing, Box clip) {
        var thick = new ArrayList<Box>();
        for (var outline : outlines) {
            var ends = outline.closed ? outline.size : outline.size - 2;
            for (var i = 0; i < ends; i += 2) {
                var next = (i + 2) % outline.size;
                var segment =
                        Box.of(
                                        outline.points[i],
                                        outline.points[i + 1],
                                        outline.points[next],
                                        outline.points[next + 1])
                                .within(clip);
                var w = segment.width();
                var h = segment.height();
                if (w < 0 || h < 0) {
                    continue;
                }
                if (width > 4 && (h < 1 || w < 1) && Math.max(w, h) > 2) {
                    var half = width / 2;
                    thick.add(
                            h < w
                                    ? new Box(
                                            segment.x0(),
                                            segment.y0() - half,
                                            segment.x1(),
                                            segment.y1() + half)
                                    : new Box(
                                            segment.x0() - half,
                                            segment.y0(),
                                            segment.x1() + half,
                                            segment.y1()));
                } else if (h < 1 && w >= SHORT) {
                    drawing.rule(new Ruling(true, segment.y0(), segment.x0(), segment.x1()));
                } else if (w < 1 && h >= SHORT) {
                    drawing.rule(new Ruling(false, segment.x0(), segment.y0(), segment.y1()));
                }
            }
        }
        return thick;
    }

    private static void sides(Box box, Drawing drawing) {
        drawing.rule(new Ruling(true, box.y0(), box.x0(), box.x1()));
        drawing.rule(new Ruling(true, box.y1(), box.x0(), box.x1()));
        drawing.rule(new Ruling(false, box.x0(), box.y0(), box.y1()));
        drawing.rule(new Ruling(false, box.x1(), box.y0(), box.y1()));
    }

    private static boolean fills(Outline outline) {
        var box = outline.box();
        return Math.abs(outline.area()) >= 0.9f * box.width() * box.height();
    }

    /// Whether an outline is cut out of another one around it.
    private boolean isHole(Outline inner, boolean evenOdd) {
        return outlines.size() < 9
                && outlines.stream().anyMatch(outer -> isCut(outer, inner, evenOdd));
    }

    private boolean isFrame(Outline outer, boolean evenOdd) {
        return outlines.size() < 9
                && outlines.stream().anyMatch(inner -> isCut(outer, inner, evenOdd));
    }

    private static boolean isCut(Outline outer, Outline inner, boolean evenOdd) {
        return outer != inner
                && outer.box().holds(inner.box())
                && inner.box().width() * inner.box().height()
                        > 0.5f * outer.box().width() * outer.box().height()
                && Math.abs(inner.area()) < Math.abs(outer.area())
                && (evenOdd || Math.signum(outer.area()) != Math.signum(inner.area()));
    }
}
