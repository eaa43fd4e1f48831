package org.breachregister.core.intake;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Looks for the element that holds the main content of a page.
final class MainContent implements NodeVisitor {

    private final List<Element> mains = new ArrayList<>();
    private final List<Element> mainRoles = new ArrayList<>();
    private final List<Element> articles = new ArrayList<>();
    private final List<Element> contentIds = new ArrayList<>();
    private final List<Element> mainIds = new ArrayList<>();
    private int letters;

    private MainContent() {}

    /// The only element of its kind that holds more than half of the text, else the body itself.
    static Element of(Element body) {
        var seen = new MainContent();
        body.traverse(seen);
        return Stream.of(seen.mains, seen.mainRoles, seen.articles, seen.contentIds, seen.mainIds)
                .filter(found -> found.size() == 1)
                .map(List::getFirst)
                .filter(only -> letters(only) * 2 > seen.letters)
                .findFirst()
                .orElse(body);
    }

    private static int letters(Element element) {
        var seen = new MainContent();
        element.traverse(seen);
        return seen.letters;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            letters += text.isBlank() ? 0 : text.getWholeText().length();
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "main" -> mains.add(element);
            case "article" -> articles.add(element);
            default -> {}
        }
        if (element.attributesSize() > 0) {
            if (element.attr("role").equalsIgnoreCase("main")) {
                mainRoles.add(element);
            }
            switch (element.id()) {
                case "content" -> contentIds.add(element);
                case "main" -> mainIds.add(element);
                default -> {}
            }
        }
    }
}
