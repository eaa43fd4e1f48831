package org.breachregister.core.intake;

import java.util.List;
import java.util.regex.Pattern;

/// Finds where a report ends and an e-mail's signature or disclaimer starts.
final class Closing {

    private static final Pattern SIGN =
            Pattern.compile(
                    "^(?:--|(?:(?:with|kind|best|many|warm|kindest|warmest)\\s){0,3}(?:regards|wishes)\\b.{0,12}"
                            + "|yours (?:sincerely|faithfully|truly|ever)\\b.{0,12}"
                            + "|(?:many )?thanks(?: again)?[,.!]?|thank you[,.!]?|cheers[,.!]?|cofion(?: gorau| cynnes)?,?"
                            + "|sent from my .{2,40}|get outlook for .{2,20}"
                            + "|(?:this|the information in this) (?:e-?mail|message)\\b.{0,300}"
                            + "|-{3,}\\s?(?:original message|forwarded message|end).{0,40}"
                            + "|disclaimer\\b.{0,200}|\\*{5,}.{0,80})$",
                    Pattern.CASE_INSENSITIVE);
    private static final int FURTHEST = 60;

    private Closing() {}

    /// The index of the first line that is no part of the report.
    static int start(List<Line> lines) {
        for (var i = Math.max(lines.size() - FURTHEST, lines.size() / 3); i < lines.size(); i++) {
            var line = lines.get(i);
            var opens = i > 0 && lines.get(i - 1).block() != line.block();
            if (opens && line.text().length() < 320 && SIGN.matcher(line.text()).matches()) {
                return i;
            }
        }
        return lines.size();
    }
}
