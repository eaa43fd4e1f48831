package org.breachregister.core.document.pdf;

import org.breachregister.core.document.pdf.Glyph.Marked;
import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Puts the characters of a page together into words.
final class Words {

    /// A click on a rectangle of the page opens an address.
    record Target(Box box, String address) {}

    /// White space is wider than this part of the font's height.
    private static final float SPACE = 0.17f;

    private final List<Target> targets;
    private final Effort effort;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Glyph first;
    private @Nullable Glyph last;
    private @Nullable String link;
    private boolean apart;

    private Words(List<Target> targets, Effort effort) {
        this.targets = targets;
        this.effort = effort;
    }

    static List<Word> of(List<Glyph> glyphs, List<Target> targets, Effort effort) {
        var words = new Words(targets, effort);
        glyphs.forEach(words::add);
        words.end();
        return words.words;
    }

    private void add(Glyph glyph) {
        if (glyph.isSpace()) {
            end();
            apart = true;
            return;
        }
        var target = target(glyph);
        if (last != null && isTwice(last, glyph)) {
            return;
        }
        if (last != null && first != null) {
            if (!joins(last, glyph) || !same(link, target) || !same(last, glyph)) {
                var gap = glyph.x0() - last.x1();
                var line = Math.abs(glyph.y() - last.y()) < 0.6f * last.size();
                var isApart = !line || Math.abs(gap) > SPACE * last.size();
                end();
                apart = isApart;
            }
        }
        if (first == null) {
            first = glyph;
            link = target;
        }
        text.append(glyph.text());
        last = glyph;
    }

    /// Bold type is sometimes made by drawing twice, a little apart.
    private static boolean isTwice(Glyph one, Glyph other) {
        return one.text().equals(other.text())
                && Math.abs(one.y() - other.y()) < 0.1f * one.size()
                && Math.abs(one.x0() - other.x0()) < 0.15f * Math.max(1, one.x1() - one.x0());
    }

    private static boolean joins(Glyph one, Glyph other) {
        var size = Math.max(one.size(), other.size());
        var gap = other.x0() - one.x1();
        return Math.abs(one.y() - other.y()) < 0.08f * size
                && gap < SPACE * size
                && gap > -0.4f * size;
    }

    private static boolean same(Glyph one, Glyph other) {
        return one.bold() == other.bold()
                && Math.abs(one.size() - other.size()) < 0.1f * one.size()
                && same(one.marked(), other.marked());
    }

    private static boolean same(@Nullable Marked one, @Nullable Marked other) {
        return one == null ? other == null : one.equals(other);
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }

    private @Nullable String target(Glyph glyph) {
        effort.comparisons(targets.size());
        var y = glyph.y() - glyph.size() * 0.25f;
        for (var target : targets) {
            if (target.box().holds(glyph.middle(), y)) {
                return target.address();
            }
        }
        return null;
    }

    private void end() {
        if (first != null && last != null) {
            words.add(
                    new Word(
                            Normalizer.normalize(text, Normalizer.Form.NFC),
                            first.x0(),
                            Math.max(last.x1(), first.x1()),
                            first.y(),
                            first.size(),
                            first.bold(),
                            apart,
                            link,
                            first.marked()));
            apart = false;
        }
        first = null;
        last = null;
        link = null;
        text.setLength(0);
    }
}
