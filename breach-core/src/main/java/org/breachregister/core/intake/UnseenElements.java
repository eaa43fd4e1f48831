package org.breachregister.core.intake;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Takes out of a web page what who looks at it does not see.
final class UnseenElements {

    private static final String HIDDEN =
            "dialog:not([open]), datalist,"
                    + " [style~=(?i)(?:display|visibility)\\s{0,9}:\\s{0,9}(?:none|hidden)],"
                    + " [style~=(?i)font-size\\s{0,9}:\\s{0,9}0(?![.\\d])],"
                    + " [style~=(?i)mso-hide\\s{0,9}:\\s{0,9}all]";
    private static final String WHITE =
            "[style~=(?i)(?:^|[;\\s])color\\s{0,9}:\\s{0,9}(?:#fff(?:fff)?|white|rgb\\(255, ?255, ?255\\))(?![\\w-])],"
                    + " font[color~=(?i)^(?:#?ffffff|white)$]";
    private static final String MAYBE_DARK =
            "[style*=background], [bgcolor], [background], [class], [id]";

    private UnseenElements() {}

    /// Removes what is hidden by its own style.
    static void remove(Element page) {
        page.select(HIDDEN).remove();
    }

    /// Removes white words, where nothing on the page can put a dark ground behind them.
    static void removeWhite(Document page) {
        if (page.select("style, link[rel~=(?i)stylesheet]").isEmpty()) {
            removeWhiteIn(page.body());
        }
    }

    private static void removeWhiteIn(Element around) {
        for (var element : around.children()) {
            var plain = element.attributesSize() == 0;
            if (plain || !element.is(MAYBE_DARK)) {
                if (!plain && element.is(WHITE)) {
                    element.remove();
                } else {
                    removeWhiteIn(element);
                }
            }
        }
    }
}
