package org.breachregister.core.intake;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A web page's body, without what a reader of the page does not see.
///
/// @param body the body
/// @param remarks sentences for a person about what was left out
/// @param html what it was read from
record HtmlPage(Element body, List<String> remarks, String html) {

    /// How deep elements are nested; what is deeper is put beside each other.
    static final int DEEPEST = 512;

    private static final Set<String> NEVER_TEXT =
            Set.of(
                    "script",
                    "style",
                    "noscript",
                    "template",
                    "svg",
                    "iframe",
                    "object",
                    "datalist");
    private static final Pattern NO_SIZE =
            Pattern.compile("0(?:\\.0{1,6})?[a-z%]{0,4}|(?:0?\\.\\d{1,6}|1)(?:px|pt)");
    private static final Pattern NO_OPACITY = Pattern.compile("0(?:\\.0{1,6})?%?");
    private static final Pattern SIZE =
            Pattern.compile("\\d.{0,12}(?:px|pt|rem|cm|mm)|.{0,3}(?:small|medium|large)");
    private static final Pattern RGB =
            Pattern.compile("rgba?\\((\\d{1,3})[,\\s]+(\\d{1,3})[,\\s]+(\\d{1,3}).{0,20}\\)");
    private static final int NEARLY_WHITE = 250;
    private static final int LIGHT = 224;

    HtmlPage {
        remarks = List.copyOf(remarks);
    }

    static HtmlPage of(String html) {
        var page = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
        var styles = HtmlStyles.of(page);
        var body = page.body();
        var hiding = new Hiding(styles);
        body.filter(hiding);
        hiding.gone.forEach(Node::remove);
        return new HtmlPage(body, new ArrayList<>(hiding.remarks), html);
    }

    private static boolean isNeverText(Element element) {
        var name = element.normalName();
        return NEVER_TEXT.contains(name)
                || (name.equals("dialog") && !element.hasAttr("open"))
                || (element.attributesSize() > 0 && element.hasAttr("hidden"));
    }

    /// How text looks.
    private record Look(boolean invisible, boolean tiny, boolean white, boolean shaded) {

        static final Look PLAIN = new Look(false, false, false, false);
    }

    /// Takes out what is not seen; looks are inherited, so that a visible part of a hidden one
    /// stays.
    private static final class Hiding implements NodeFilter {

        final Set<String> remarks = new LinkedHashSet<>();

        /// Removed at the end: within the pass, each of many beside each other would be counted
        /// anew.
        final List<Element> gone = new ArrayList<>();

        private final HtmlStyles styles;
        private final List<Look> looks = new ArrayList<>();

        Hiding(HtmlStyles styles) {
            this.styles = styles;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            var around = depth == 0 ? Look.PLAIN : looks.get(depth - 1);
            if (node instanceof TextNode text) {
                text(text, around);
            } else if (node instanceof Element element) {
                if (depth > 0 && isNeverText(element)) {
                    gone.add(element);
                    return FilterResult.SKIP_ENTIRELY;
                }
                while (looks.size() <= depth) {
                    looks.add(Look.PLAIN);
                }
                if (element.attributesSize() == 0 && styles.isSilentOn(element.normalName())) {
                    looks.set(depth, around);
                    return FilterResult.CONTINUE;
                }
                var classes = classes(element);
                var declared = styles.of(element, classes);
                if (isGone(declared)) {
                    if (hasText(element)) {
                        remarks.add("The page has hidden text, which was left out");
                    }
                    gone.add(element);
                    return FilterResult.SKIP_ENTIRELY;
                }
                looks.set(depth, look(element, classes, declared, around));
            }
            return FilterResult.CONTINUE;
        }

        private static boolean hasText(Element hidden) {
            NodeFilter search =
                    (node, depth) -> {
                        if (node instanceof Element element) {
                            return depth > 0 && isNeverText(element)
                                    ? FilterResult.SKIP_ENTIRELY
                                    : FilterResult.CONTINUE;
                        }
                        return node instanceof TextNode text && !text.isBlank()
                                ? FilterResult.STOP
                                : FilterResult.CONTINUE;
                    };
            return NodeTraversor.filter(search, hidden) == FilterResult.STOP;
        }

        private void text(TextNode text, Look look) {
            if (text.isBlank()) {
                return;
            }
            if (look.invisible || look.tiny) {
                remarks.add("The page has hidden text, which was left out");
                text.text("");
            } else if (look.white && !look.shaded) {
                remarks.add("The page has white text on white, which was left out");
                text.text("");
            }
        }

        private Look look(
                Element element, Set<String> classes, Map<String, String> declared, Look around) {
            var visibility = declared.getOrDefault("visibility", "");
            var size = declared.getOrDefault("font-size", "");
            var colour = declared.getOrDefault("color", element.attr("color"));
            var background =
                    declared.getOrDefault(
                            "background-color",
                            declared.getOrDefault("background", element.attr("bgcolor")));
            var shaded = around.shaded;
            if (!background.isEmpty() && !isTransparent(background)) {
                shaded = !isLight(background, LIGHT);
            }
            return new Look(
                    visibility.isEmpty() || visibility.equals("inherit")
                            ? around.invisible
                            : !visibility.equals("visible"),
                    NO_SIZE.matcher(size).matches()
                            || (around.tiny && !SIZE.matcher(size).matches()),
                    colour.isEmpty() || colour.equals("inherit")
                            ? around.white
                            : isLight(colour, NEARLY_WHITE),
                    shaded
                            || element.hasAttr("background")
                            || styles.mayHaveBackground(element, classes));
        }

        private static Set<String> classes(Element element) {
            return element.hasAttr("class")
                    ? Set.copyOf(
                            List.of(
                                    element.attr("class")
                                            .toLowerCase(Locale.ROOT)
                                            .strip()
                                            .split("\\s+")))
                    : Set.of();
        }

        private static boolean isGone(Map<String, String> declared) {
            return declared.getOrDefault("display", "").equals("none")
                    || declared.getOrDefault("mso-hide", "").equals("all")
                    || NO_OPACITY.matcher(declared.getOrDefault("opacity", "")).matches();
        }

        private static boolean isTransparent(String colour) {
            return colour.equals("transparent")
                    || colour.equals("none")
                    || colour.equals("inherit")
                    || colour.equals("initial");
        }

        private static boolean isLight(String written, int least) {
            var colour = written.strip().toLowerCase(Locale.ROOT);
            if (colour.equals("white") || colour.equals("transparent")) {
                return true;
            }
            if (colour.matches("#?[0-9a-f]{3}")) {
                var bare = colour.substring(colour.length() - 3);
                return bare.chars().allMatch(c -> Character.digit(c, 16) * 17 >= least);
            }
            if (colour.matches("#?[0-9a-f]{6}")) {
                var bare = colour.substring(colour.length() - 6);
                return isAtLeast(least, bare.substring(0, 2), 16)
                        && isAtLeast(least, bare.substring(2, 4), 16)
                        && isAtLeast(least, bare.substring(4), 16);
            }
            var rgb = RGB.matcher(colour);
            return rgb.matches()
                    && isAtLeast(least, rgb.group(1), 10)
                    && isAtLeast(least, rgb.group(2), 10)
                    && isAtLeast(least, rgb.group(3), 10);
        }

        private static boolean isAtLeast(int least, String part, int radix) {
            return Integer.parseInt(part, radix) >= least;
        }
    }
}
