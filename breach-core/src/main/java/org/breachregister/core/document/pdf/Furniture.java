package org.breachregister.core.document.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds headers, footers and page numbers: lines at the edge of a page that stand at the same
/// place on other pages too, or are nothing but a page's number, a security marking, or what a
/// browser prints around a page.
final class Furniture {

    private static final float EDGE = 0.12f;
    private static final int MOST_LINES = 8;
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:(?:page|tudalen)\\s*)?[-–—|\\s]*\\d{1,4}(?:\\s*(?:of|/|o)\\s*\\d{1,4})?[-–—|\\s]*(?:page)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKING =
            Pattern.compile("OFFICIAL(?:\\s*[-–—:]?\\s*SENSITIVE)?(?:\\s*[-–—:]\\s*[A-Z]{3,20})?");
    private static final Pattern PRINTED_AT =
            Pattern.compile("\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4},? \\d{1,2}:\\d{2}.{0,300}");
    private static final Pattern PRINTED_FROM =
            Pattern.compile("(?:https?:|file:|about:|data:)\\S{0,2000}(?: .{0,100})?\\d+/\\d+");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    private Furniture() {}

    /// Each page's words without its furniture.
    static List<List<Word>> without(List<List<Word>> pages, List<Box> boxes) {
        var edges = new ArrayList<List<List<TextLine>>>();
        Map<String, Set<Integer>> places = new HashMap<>();
        for (var page = 0; page < pages.size(); page++) {
            var found = edges(pages.get(page), boxes.get(page));
            edges.add(found);
            for (var edge : found) {
                for (var line : edge) {
                    for (var shift = -1; shift <= 1; shift++) {
                        places.computeIfAbsent(key(line, shift), _ -> new HashSet<>()).add(page);
                    }
                }
            }
        }
        var bare = new ArrayList<List<Word>>();
        for (var page = 0; page < pages.size(); page++) {
            Set<Word> furniture = Collections.newSetFromMap(new IdentityHashMap<>());
            for (var edge : edges.get(page)) {
                for (var line : edge) {
                    var repeated = places.getOrDefault(key(line, 0), Set.of()).size() > 1;
                    if (!repeated && !isFurniture(line, boxes.get(page))) {
                        break;
                    }
                    furniture.addAll(line.words());
                }
            }
            bare.add(pages.get(page).stream().filter(word -> !furniture.contains(word)).toList());
        }
        return bare;
    }

    /// The lines at the top and at the bottom of a page, from the edge inwards.
    private static List<List<TextLine>> edges(List<Word> words, Box page) {
        var top = new ArrayList<Word>();
        var bottom = new ArrayList<Word>();
        for (var word : words) {
            if (word.y() < page.height() * EDGE) {
                top.add(word);
            } else if (word.y() > page.height() * (1 - EDGE)) {
                bottom.add(word);
            }
        }
        var first = TextLine.lines(top);
        var last = TextLine.lines(bottom).reversed();
        return List.of(
                first.subList(0, Math.min(MOST_LINES, first.size())),
                last.subList(0, Math.min(MOST_LINES, last.size())));
    }

    private static String key(TextLine line, int shift) {
        var text = DIGITS.matcher(line.text()).replaceAll("#").toLowerCase(Locale.ROOT);
        return Math.round(line.y() / 4) + shift + " " + text;
    }

    private static boolean isFurniture(TextLine line, Box page) {
        var text = line.text().strip();
        if (text.length() > 2_500) {
            return false;
        }
        if (MARKING.matcher(text).matches()) {
            return true;
        }
        var outer = line.y() < 40 || line.y() > page.height() - 30;
        if (outer && (PRINTED_AT.matcher(text).matches() || PRINTED_FROM.matcher(text).matches())) {
            return true;
        }
        return NUMBER.matcher(text).matches()
                && (line.y() < page.height() * 0.08f || line.y() > page.height() * 0.9f);
    }
}
