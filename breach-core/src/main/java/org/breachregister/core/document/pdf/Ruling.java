package org.breachregister.core.document.pdf;

/// A straight line across or down a page.
///
/// @param across whether it goes from left to right
/// @param at its place: `y` of a line across, `x` of a line down
/// @param from where it starts, along its direction
/// @param to where it ends
record Ruling(boolean across, float at, float from, float to) {

    float length() {
        return to - from;
    }

    boolean covers(float place) {
        return from <= place && place <= to;
    }

    boolean crosses(Ruling other) {
        return across != other.across
                && other.at >= from - 3
                && other.at <= to + 3
                && at >= other.from - 3
                && at <= other.to + 3;
    }
}
