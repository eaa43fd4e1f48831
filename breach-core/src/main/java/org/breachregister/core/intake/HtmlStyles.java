package org.breachregister.core.intake;

import org.jsoup.nodes.Element;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What the style sheets in a web page and the attributes of an element say about its looks.
/// Selectors of one step are followed; of others only what they say about backgrounds, so that text
/// is rather taken for visible than for hidden.
final class HtmlStyles {

    private static final Pattern SIMPLE =
            Pattern.compile("(?:[a-z][a-z0-9]{0,20})?(?:[.#][\\w-]{1,80})?");
    private static final Pattern SPLIT = Pattern.compile("[\\s>+~]+");
    private static final int LONGEST_SHEET = 200_000;
    private static final int LONGEST_SELECTOR = 2_000;
    private static final int LONGEST_STYLE = 4_000;

    private final Map<String, Map<String, String>> rules = new HashMap<>();
    private final Set<String> backgrounds = new HashSet<>();

    private HtmlStyles() {}

    static HtmlStyles of(Element page) {
        var styles = new HtmlStyles();
        var sheets = new StringBuilder();
        page.traverse((node, _) -> {
            if (node instanceof Element sheet
                    && sheet.normalName().equals("style")
                    && sheets.length() + sheet.data().length() < LONGEST_SHEET) {
                sheets.append(sheet.data()).append('\n');
            }
        });
        styles.read(sheets.toString());
        return styles;
    }

    private void read(String sheet) {
        var from = 0;
        while (true) {
            var open = sheet.indexOf('{', from);
            if (open < 0) {
                return;
            }
            var selector = lastOf(sheet.substring(from, open));
            // Rules for print or for small screens hold rules themselves.
            var close = selector.startsWith("@") ? outerEnd(sheet, open) : sheet.indexOf('}', open);
            if (close < 0) {
                return;
            }
            if (!selector.startsWith("@") && selector.length() < LONGEST_SELECTOR) {
                rule(selector, declarations(sheet.substring(open + 1, close)));
            }
            from = close + 1;
        }
    }

    /// A selector without comments, and statements before it.
    private static String lastOf(String text) {
        var start = Math.max(text.lastIndexOf("*/") + 1, text.lastIndexOf(';'));
        start = Math.max(start, text.lastIndexOf("<!--") + 3);
        return text.substring(start < 3 ? 0 : start + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static int outerEnd(String sheet, int open) {
        var depth = 0;
        for (var i = open; i < sheet.length(); i++) {
            if (sheet.charAt(i) == '{') {
                depth++;
            } else if (sheet.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void rule(String selectors, Map<String, String> declarations) {
        for (var selector : selectors.split(",")) {
            var bare = selector.strip();
            if (!bare.isEmpty() && SIMPLE.matcher(bare).matches()) {
                rules.computeIfAbsent(bare, _ -> new HashMap<>()).putAll(declarations);
            } else if (declarations.containsKey("background")
                    || declarations.containsKey("background-color")) {
                var steps = SPLIT.split(bare);
                var last = steps[steps.length - 1];
                backgrounds.add(last.contains(":") ? last.substring(0, last.indexOf(':')) : last);
            }
        }
    }

    /// Whether nothing is said about elements of a name that have no attributes.
    boolean isSilentOn(String name) {
        return !rules.containsKey(name) && !backgrounds.contains(name);
    }

    /// The declarations that hold for an element itself, by their properties in small letters.
    Map<String, String> of(Element element, Set<String> classes) {
        var all = new HashMap<String, String>();
        if (!rules.isEmpty()) {
            var name = element.normalName();
            add(name, all);
            for (var one : classes) {
                add("." + one, all);
                add(name + "." + one, all);
            }
            var id = element.id().toLowerCase(Locale.ROOT);
            add("#" + id, all);
            add(name + "#" + id, all);
        }
        var style = element.attr("style");
        if (!style.isEmpty() && style.length() < LONGEST_STYLE) {
            all.putAll(declarations(style));
        }
        return all;
    }

    private void add(String selector, Map<String, String> all) {
        var rule = rules.get(selector);
        if (rule != null) {
            all.putAll(rule);
        }
    }

    /// Whether a rule that may hold for an element gives it a background.
    boolean mayHaveBackground(Element element, Set<String> classes) {
        if (backgrounds.isEmpty()) {
            return false;
        }
        var name = element.normalName();
        return backgrounds.contains(name)
                || backgrounds.contains("#" + element.id().toLowerCase(Locale.ROOT))
                || classes.stream()
                        .anyMatch(one ->
                                backgrounds.contains("." + one)
                                        || backgrounds.contains(name + "." + one));
    }

    private static Map<String, String> declarations(String style) {
        var declarations = new HashMap<String, String>();
        for (var one : style.split(";")) {
            var colon = one.indexOf(':');
            if (colon > 0) {
                declarations.put(
                        one.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        one.substring(colon + 1)
                                .toLowerCase(Locale.ROOT)
                                .replace("!important", "")
                                .strip());
            }
        }
        return declarations;
    }
}
