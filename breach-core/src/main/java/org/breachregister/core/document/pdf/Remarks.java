package org.breachregister.core.document.pdf;

import org.breachregister.core.document.pdf.Drawing.Unseen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Tells a person what was left out of the text, and why.
final class Remarks {

    private final int[] unseen = new int[Unseen.values().length];
    private final List<Integer> recognised = new ArrayList<>();
    private final List<Integer> pictures = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private int comments;
    private int attachments;
    private int scripts;

    List<String> others() {
        return others;
    }

    List<Integer> pictures() {
        return pictures;
    }

    void page(int number, Drawing drawing, Annotations annotations, boolean isEmpty) {
        for (var i = 0; i < unseen.length; i++) {
            unseen[i] += drawing.unseen[i];
        }
        if (isEmpty && drawing.pictures > 0.1f * drawing.page.width() * drawing.page.height()) {
            pictures.add(number);
        } else if (drawing.isScan()) {
            recognised.add(number);
        }
        comments += annotations.comments;
        attachments += annotations.attachments;
        scripts += annotations.scripts;
    }

    List<String> all() {
        var all = new ArrayList<>(others);
        if (!recognised.isEmpty()) {
            all.add(
                    "%s a picture of paper whose words a machine recognised; compare what was read with the original"
                            .formatted(pages(recognised, "is", "are")));
        }
        if (!pictures.isEmpty()) {
            all.add(
                    "%s a picture without text and could not be read"
                            .formatted(pages(pictures, "is", "are")));
        }
        for (var why : Unseen.values()) {
            var count = unseen[why.ordinal()];
            if (count > 0) {
                all.add(left(count, sentence(why)));
            }
        }
        if (comments > 0) {
            all.add("Comments on the pages were left out: %d".formatted(comments));
        }
        if (attachments > 0) {
            all.add("Files that are attached to a page were not opened");
        }
        if (scripts > 0) {
            all.add(
                    "The PDF asks to run programs or play media when it is clicked; nothing was run");
        }
        return all;
    }

    private static String left(int count, String why) {
        return "%d character%s left out: %s".formatted(count, count == 1 ? " was" : "s were", why);
    }

    private static String sentence(Unseen why) {
        return switch (why) {
            case INVISIBLE -> "written so that they cannot be seen";
            case SAME_COLOUR -> "in the colour of what they stand on";
            case COVERED -> "under a box or a picture that hides them";
            case OUTSIDE -> "outside the part of the page that is shown";
            case OFF -> "on a layer that is switched off";
            case TURNED -> "written sideways, as a watermark or a stamp is";
        };
    }

    static String pages(List<Integer> numbers, String one, String several) {
        var shown = numbers.stream().limit(10).map(String::valueOf).toList();
        if (shown.size() == 1) {
            return "Page %s %s".formatted(shown.getFirst(), one);
        }
        return "Pages %s and %s %s"
                .formatted(
                        shown.stream().limit(shown.size() - 1L).collect(Collectors.joining(", ")),
                        numbers.size() > shown.size() ? "others" : shown.getLast(),
                        several);
    }
}
