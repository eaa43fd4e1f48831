package org.breachregister.web.asset;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes GOV.UK Frontend's style sheet ours. Only services on GOV.UK may wear its colours and
/// typeface, so each colour is replaced by one of our palette, the typeface by Arial, and the crest
/// and the font files are no longer referred to.
final class Theme {

    /// Their colour to ours. Every pairing of text and ground keeps a contrast of at least 4.5.
    private static final Map<String, String> PALETTE = palette();

    private static final Pattern COLOUR = Pattern.compile("#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\\b");
    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\{[^}]*}");
    private static final Pattern CREST =
            Pattern.compile("[a-z-]+:url\\([^)]*govuk-crest[^)]*\\);?");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final String CHARSET = "@charset \"UTF-8\";";

    private Theme() {}

    /// The style sheet in our colours and typeface.
    static String applyTo(String styleSheet) {
        var ours = FONT_FACE.matcher(styleSheet).replaceAll("");
        ours = CREST.matcher(ours).replaceAll("");
        ours = COMMENT.matcher(ours).replaceAll("").replace(CHARSET, "");
        ours = ours.replace("GDS Transport,arial,sans-serif", "Arial,Helvetica,sans-serif");
        ours = ours.replace("rgba(11,12,12,.99)", "rgba(26,37,48,.99)");
        return COLOUR.matcher(ours)
                .replaceAll(colour -> PALETTE.getOrDefault(colour.group(), colour.group()));
    }

    private static Map<String, String> palette() {
        var palette = new LinkedHashMap<String, String>();
        palette.put("#0b0c0c", "#1a2530"); // text
        palette.put("#505a5f", "#4a5863"); // secondary text
        palette.put("#1d70b8", "#14607a"); // links
        palette.put("#003078", "#0b3f52"); // links pointed at
        palette.put("#4c2c92", "#5a3a86"); // links visited
        palette.put("#1a65a6", "#115469");
        palette.put("#144e81", "#0d4658");
        palette.put("#1d8feb", "#2b8aa6");
        palette.put("#0c2d4a", "#0b3442");
        palette.put("#8eb8dc", "#9fc3cf");
        palette.put("#bbd4ea", "#c3dbe2");
        palette.put("#d2e2f1", "#d4e6eb");
        palette.put("#e8f1f8", "#e6f0f3");
        palette.put("#f4f8fb", "#eff5f7");
        palette.put("#fd0", "#ffc857"); // focus
        palette.put("#00703c", "#14607a"); // buttons
        palette.put("#005a30", "#0d4658");
        palette.put("#004e2a", "#0d4658");
        palette.put("#002d18", "#082b36");
        palette.put("#d4351c", "#b3261e"); // errors
        palette.put("#aa2a16", "#8c1d17");
        palette.put("#942514", "#7a1914");
        palette.put("#55150b", "#4a0f0c");
        palette.put("#f3f2f1", "#f1f4f6"); // grounds and lines
        palette.put("#b1b4b6", "#b4bec6");
        palette.put("#dbdad9", "#d9dfe3");
        palette.put("#c1c3c5", "#c0c8ce");
        palette.put("#e5e6e7", "#e3e8eb");
        return palette;
    }
}
