package org.breachregister.core.document.pdf;

/// A rectangle on a page, in points from its top left.
record Box(float x0, float y0, float x1, float y1) {

    static Box of(float xa, float ya, float xb, float yb) {
        return new Box(Math.min(xa, xb), Math.min(ya, yb), Math.max(xa, xb), Math.max(ya, yb));
    }

    float width() {
        return x1 - x0;
    }

    float height() {
        return y1 - y0;
    }

    boolean holds(float x, float y) {
        return x >= x0 && x <= x1 && y >= y0 && y <= y1;
    }

    boolean holds(Box other) {
        return other.x0 >= x0 - 1 && other.x1 <= x1 + 1 && other.y0 >= y0 - 1 && other.y1 <= y1 + 1;
    }

    boolean holds(Word word) {
        return holds(word.middle(), word.y() - word.size() * 0.3f);
    }

    Box within(Box other) {
        return new Box(
                Math.max(x0, other.x0),
                Math.max(y0, other.y0),
                Math.min(x1, other.x1),
                Math.min(y1, other.y1));
    }
}
