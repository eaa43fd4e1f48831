package org.breachregister.core.document.pdf;

import java.util.ArrayList;
import java.util.List;

/// What a page shows, in the order in which it was drawn.
final class Drawing {

    /// Why a character is not seen.
    enum Unseen {
        INVISIBLE,
        SAME_COLOUR,
        COVERED,
        OUTSIDE,
        OFF,
        TURNED
    }

    private static final int MOST_RULINGS = 20_000;

    final Box page;
    final List<Glyph> glyphs = new ArrayList<>();
    final List<Glyph> invisible = new ArrayList<>();
    final List<Paint> paints = new ArrayList<>();
    final List<Ruling> rulings = new ArrayList<>();
    final int[] unseen = new int[Unseen.values().length];
    final int[] directions = new int[4];
    float pictures;
    int unmapped;
    int shown;

    Drawing(Box page) {
        this.page = page;
    }

    void hide(Unseen why) {
        unseen[why.ordinal()]++;
    }

    void rule(Ruling ruling) {
        if (rulings.size() < MOST_RULINGS) {
            rulings.add(ruling);
        }
    }

    /// Whether the page is a picture of paper, whose words were recognised by a machine.
    boolean isScan() {
        return isPicture() && glyphs.size() * 5 < invisible.size();
    }

    /// Whether pictures fill most of the page.
    boolean isPicture() {
        return pictures > 0.5f * page.width() * page.height();
    }

    /// The quarters of a turn that most of the words lie by.
    int mostlyTurned() {
        var most = 0;
        for (var i = 1; i < 4; i++) {
            if (directions[i] > directions[most]) {
                most = i;
            }
        }
        return most;
    }
}
