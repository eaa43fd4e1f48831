package org.breachregister.core.intake;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/// Reads the field that names the statistical output: its title, and the links beside it.
///
/// @param title without links, notes and what runs on after it; null where nothing is left
/// @param links the links
record OutputField(@Nullable String title, List<String> links) {

    private static final Pattern NOTE =
            Pattern.compile(
                    "\\(?\\b(?:(?:to be|due to be|due for|not yet|was|were|is|are|will be|was to be|were to be|originally|scheduled for|scheduled to be|awaiting|pending)\\s)"
                            + "{1,3}(?:published|publication|release|released|issued)\\b[^()\\n]{0,60}\\)?"
                            + "|\\((?:published|publication date|released?|release date|publication|forthcoming|due|embargoed until)\\b[^()\\n]{0,60}\\)"
                            + "|\\((?:see |in )?(?:the )?(?:tables?|figures?|charts?|sheets?|worksheets?|chapters?|section|annex)\\s[^()\\n]{1,80}\\)"
                            + "|\\bpublication due\\b[^()\\n]{0,40}"
                            + "|(?<=[\\n,;.–-] ?)(?:published|released) (?:on )?(?=\\d)[^()\\n]{0,40}$",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern POINTER =
            Pattern.compile(
                    "(?:^|(?<=[\\s(,;:–-]))(?:link to (?:the )?(?:statistical )?(?:publication|statistics|output|release|bulletin|report|landing page|collection|series|web ?site|data|dataset|table)?s?(?: ?(?:web ?)?page)?"
                            + "|(?<=[:–-] ?)[\\p{L} ]{0,40}(?:web ?page|web ?site|landing page)(?=\\s?\u0001)"
                            + "|(?:web ?)?link|landing page|available (?:at|from|here|on(?:line)?)|(?:click )?here|url|website|see|web page|webpage|publication page)\\s?:?\\s{0,2}(?=$|[)\\n\u0001]|\\(\u0001)",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern LEFT_OVER = Pattern.compile("[(\\[<]\\s{0,3}[)\\]>]|[<>]");
    private static final Pattern ENDS =
            Pattern.compile("^[\\s:;,–—|-]{1,20}|[\\s:;,–—|(\\[-]{1,20}$");
    private static final Pattern RUN_ON =
            Pattern.compile(
                    "(?<=[\\p{L}\\d)][.;])\\s(?=(?:This|These|The (?:figures|statistics|bulletin|publication|release|report|output)|It|They|A|An|Please|Note|We|Published|Released)\\b)|(?<=\\p{Ll})\\.\\s(?=\\p{Lu})");

    static OutputField of(String field) {
        var links = WebLinks.in(field);
        var text = new StringBuilder();
        var from = 0;
        for (var link : WebLinks.find(field)) {
            text.append(field, from, link.start()).append('\u0001');
            from = link.end();
        }
        text.append(field, from, field.length());
        var title = NOTE.matcher(text).replaceAll(" ");
        title = POINTER.matcher(title).replaceAll(" ");
        title = title.replace('\u0001', ' ').replace('\n', ' ');
        title = LEFT_OVER.matcher(title).replaceAll(" ");
        title = Lines.tidy(title);
        var runOn = RUN_ON.matcher(title);
        if (runOn.find() && runOn.start() > 8) {
            title = title.substring(0, runOn.start());
        }
        title = trimmed(title);
        return new OutputField(title.isEmpty() ? null : title, links);
    }

    private static String trimmed(String title) {
        var text = title;
        for (var i = 0; i < 3; i++) {
            text = ENDS.matcher(text).replaceAll("").strip();
        }
        return text.endsWith(".") && text.indexOf('.') == text.length() - 1
                ? text.substring(0, text.length() - 1)
                : text;
    }
}
