package org.breachregister.core.document.word;

import org.breachregister.core.document.SafeXml;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/// What the styles of a Word document say about text: what is a heading, a list item, bold, hidden
/// or white.
final class WordStyles {

    private static final Pattern HEADING = Pattern.compile("heading \\d|title|subtitle");
    private static final int LONGEST_CHAIN = 20;

    private final Map<String, Style> styles = new HashMap<>();

    /// A style; null where it leaves a question to the style that it is based on.
    private static final class Style {
        String name = "";
        String basedOn = "";
        @Nullable Boolean heading;
        @Nullable Boolean item;
        @Nullable Boolean bold;
        @Nullable Boolean hidden;
        @Nullable Boolean white;
    }

    private WordStyles() {}

    static WordStyles read(byte @Nullable [] part) {
        var styles = new WordStyles();
        if (part == null) {
            return styles;
        }
        var xml = SafeXml.open(part);
        var current = new Style();
        do {
            if (!xml.isStartElement()) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "style" -> {
                    current = new Style();
                    var id = attribute(xml, "styleId");
                    if (id != null) {
                        styles.styles.put(id, current);
                    }
                }
                case "name" -> {
                    current.name = text(attribute(xml, "val")).toLowerCase(Locale.ROOT);
                    if (HEADING.matcher(current.name).matches()) {
                        current.heading = true;
                    }
                }
                case "basedOn" -> current.basedOn = text(attribute(xml, "val"));
                case "outlineLvl" -> current.heading = !"9".equals(attribute(xml, "val"));
                case "numId" -> current.item = !"0".equals(attribute(xml, "val"));
                case "b" -> current.bold = isOn(xml);
                case "vanish" -> current.hidden = isOn(xml);
                case "color" -> current.white = isWhite(xml);
                default -> {}
            }
        } while (SafeXml.next(xml) != XMLStreamConstants.END_DOCUMENT);
        return styles;
    }

    boolean isHeading(@Nullable String id) {
        return ask(id, style -> style.heading);
    }

    boolean isItem(@Nullable String id) {
        return ask(id, style -> style.item);
    }

    boolean isBold(@Nullable String id) {
        return ask(id, style -> style.bold);
    }

    boolean isHidden(@Nullable String id) {
        return ask(id, style -> style.hidden);
    }

    boolean isWhite(@Nullable String id) {
        return ask(id, style -> style.white);
    }

    private boolean ask(@Nullable String id, Function<Style, @Nullable Boolean> question) {
        var style = id == null ? null : styles.get(id);
        for (var i = 0; style != null && i < LONGEST_CHAIN; i++) {
            var answer = question.apply(style);
            if (answer != null) {
                return answer;
            }
            style = styles.get(style.basedOn);
        }
        return false;
    }

    /// Whether a switch such as bold is on.
    static boolean isOn(XMLStreamReader xml) {
        var value = attribute(xml, "val");
        return value == null
                || !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    static boolean isWhite(XMLStreamReader xml) {
        return "FFFFFF".equalsIgnoreCase(attribute(xml, "val"));
    }

    /// An attribute by its name, in whatever namespace the kind of document puts it.
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
