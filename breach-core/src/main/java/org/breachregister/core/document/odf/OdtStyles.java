package org.breachregister.core.document.odf;

import org.breachregister.core.document.SafeXml;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/// What the automatic styles of an OpenDocument text say: what is bold, hidden, white or shaded.
final class OdtStyles {

    private static final int LONGEST_CHAIN = 20;

    private final Map<String, Style> styles = new HashMap<>();

    /// A style; null where it leaves a question to its parent.
    private static final class Style {
        String parent = "";
        @Nullable Boolean bold;
        @Nullable Boolean hidden;
        @Nullable Boolean white;
        @Nullable Boolean shaded;
    }

    /// Reads the styles in the element that was just started, to its end.
    void read(XMLStreamReader xml) {
        var current = new Style();
        for (var open = 1; open > 0; ) {
            var event = SafeXml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                if (xml.getLocalName().equals("style")) {
                    current = new Style();
                    current.parent = text(attribute(xml, "parent-style-name"));
                    styles.put(text(attribute(xml, "name")), current);
                } else if (xml.getLocalName().endsWith("-properties")) {
                    properties(xml, current);
                }
            }
        }
    }

    private static void properties(XMLStreamReader xml, Style style) {
        var weight = attribute(xml, "font-weight");
        if (weight != null) {
            style.bold = weight.equals("bold") || weight.matches("[6-9]00");
        }
        var display = attribute(xml, "display");
        if (display != null && !xml.getLocalName().equals("section-properties")) {
            style.hidden = display.equals("none");
        }
        var colour = attribute(xml, "color");
        if (colour != null) {
            style.white = colour.equalsIgnoreCase("#ffffff");
        }
        var background = attribute(xml, "background-color");
        if (background != null) {
            style.shaded =
                    !background.equals("transparent") && !background.equalsIgnoreCase("#ffffff");
        }
    }

    boolean isBold(@Nullable String name) {
        return ask(name, style -> style.bold);
    }

    boolean isHidden(@Nullable String name) {
        return ask(name, style -> style.hidden);
    }

    boolean isWhite(@Nullable String name) {
        return ask(name, style -> style.white);
    }

    boolean isShaded(@Nullable String name) {
        return ask(name, style -> style.shaded);
    }

    private boolean ask(@Nullable String name, Function<Style, @Nullable Boolean> question) {
        var style = name == null ? null : styles.get(name);
        for (var i = 0; style != null && i < LONGEST_CHAIN; i++) {
            var answer = question.apply(style);
            if (answer != null) {
                return answer;
            }
            style = styles.get(style.parent);
        }
        return false;
    }

    /// An attribute by its name, in whatever namespace.
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
