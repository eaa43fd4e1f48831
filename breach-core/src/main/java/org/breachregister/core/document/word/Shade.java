package org.breachregister.core.document.word;

import org.breachregister.core.document.SafeXml;

import java.util.Locale;
import java.util.Set;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/// Whether white text may be seen because something behind it may be dark.
///
/// @param dark whether there may be
record Shade(boolean dark) {

    static final Shade NONE = new Shade(false);

    private static final Set<String> PLAIN = Set.of("", "auto", "ffffff");
    private static final Set<String> PLAIN_TABLES =
            Set.of("TableGrid", "TableNormal", "NormalTable");

    Shade or(Shade other) {
        return new Shade(dark || other.dark);
    }

    /// The shade of a `shd` element.
    static Shade fill(XMLStreamReader xml) {
        var fill = WordStyles.attribute(xml, "fill");
        return new Shade(fill != null && !PLAIN.contains(fill.toLowerCase(Locale.ROOT)));
    }

    /// The shade of a table, from its properties, which are read to their end: a style of its own
    /// may shade any of its cells.
    static Shade of(XMLStreamReader xml) {
        var shade = NONE;
        for (var open = 1; open > 0; ) {
            var event = SafeXml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                switch (xml.getLocalName()) {
                    case "shd" -> shade = shade.or(fill(xml));
                    case "tblStyle" -> {
                        var style = WordStyles.attribute(xml, "val");
                        shade = shade.or(new Shade(style != null && !PLAIN_TABLES.contains(style)));
                    }
                    default -> {}
                }
            }
        }
        return shade;
    }
}
