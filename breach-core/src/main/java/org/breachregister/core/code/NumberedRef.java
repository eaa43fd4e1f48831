package org.breachregister.core.code;

import org.jspecify.annotations.Nullable;

/// A practice's number taken apart: the element it stands under and its own number there.
record NumberedRef(ElementId parent, int practice) {

    private static final int LONGEST_NUMBER = 3;

    /// Null where the number is not that of a practice.
    static @Nullable NumberedRef of(ElementId id) {
        int dot = id.ref().lastIndexOf('.');
        if (dot <= 0 || id.edition().equals(EditionId.PRA)) {
            return null;
        }
        int practice = number(id.ref().substring(dot + 1));
        if (practice < 1) {
            return null;
        }
        var above = id.ref().substring(0, dot);
        var parent = id.edition().equals(EditionId.E3_0) ? "Standard " + above : above;
        return new NumberedRef(new ElementId(id.edition(), parent), practice);
    }

    /// The practice of that number under a principle, protocol or standard.
    static ElementId practice(ElementId parent, int practice) {
        var above =
                parent.edition().equals(EditionId.E3_0)
                        ? parent.ref().replace("Standard ", "")
                        : parent.ref();
        return new ElementId(parent.edition(), above + "." + practice);
    }

    /// Digits as a number, -1 where they are none or too many.
    static int number(String digits) {
        if (digits.isEmpty() || digits.length() > LONGEST_NUMBER) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
