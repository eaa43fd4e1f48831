package org.breachregister.core.intake;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes out what a site puts around the content of its pages, in one pass.
final class PageFurniture implements NodeFilter {

    private static final Set<String> NAMES =
            Set.of("button", "input", "select", "nav", "footer", "aside");
    private static final Set<String> ROLES =
            Set.of("navigation", "banner", "contentinfo", "complementary", "search");
    private static final List<String> CLASSES =
            List.of("skip", "meta", "menu", "foot", "footer", "sidebar");
    private static final List<String> PARTS_OF_CLASSES =
            List.of(
                    "cookie",
                    "breadcrumb",
                    "skip-link",
                    "site-footer",
                    "page-footer",
                    "share-",
                    "related");

    /// Removed at the end: within the pass, each of many beside each other would be counted anew.
    private final List<Node> found = new ArrayList<>();

    private final Deque<Integer> titlesBeforeHeader = new ArrayDeque<>();
    private int titles;

    private PageFurniture() {}

    static void removeFrom(Element content) {
        var furniture = new PageFurniture();
        content.filter(furniture);
        furniture.found.forEach(Node::remove);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (!(node instanceof Element element) || depth == 0) {
            return FilterResult.CONTINUE;
        }
        if (isFurniture(element)) {
            found.add(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        switch (element.normalName()) {
            case "h1", "h2" -> titles++;
            case "header" -> titlesBeforeHeader.push(titles);
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    /// The header of an article holds its title; the header of a site holds none.
    @Override
    public FilterResult tail(Node node, int depth) {
        if (depth > 0 && node.normalName().equals("header") && titlesBeforeHeader.pop() == titles) {
            found.add(node);
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isFurniture(Element element) {
        return NAMES.contains(element.normalName())
                || (element.attributesSize() > 0
                        && (hasFurnitureClass(element)
                                || hasFurnitureId(element.id())
                                || ROLES.contains(small(element.attr("role")))
                                || small(element.attr("aria-hidden")).equals("true")));
    }

    private static boolean hasFurnitureClass(Element element) {
        var classes = small(element.attr("class"));
        return !classes.isEmpty()
                && (PARTS_OF_CLASSES.stream().anyMatch(classes::contains)
                        || CLASSES.stream().anyMatch(element::hasClass));
    }

    private static boolean hasFurnitureId(String id) {
        return id.equals("footer") || small(id).contains("cookie");
    }

    private static String small(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
