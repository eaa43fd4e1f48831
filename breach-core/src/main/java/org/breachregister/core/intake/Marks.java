package org.breachregister.core.intake;

import java.util.regex.Pattern;

/// Takes the marks of Markdown and of inline HTML out of a line of text.
final class Marks {

    private static final Pattern IMAGE =
            Pattern.compile("!\\[[^\\]\\[]{0,300}]\\([^()\\s]{0,2000}\\)");
    private static final Pattern LINK =
            Pattern.compile(
                    "\\[([^\\]\\[]{0,500})]\\(\\s?<?([^()<>\\s]{1,2000}(?:\\([^()\\s]{0,100}\\))?[^()<>\\s]{0,500})>?"
                            + "(?:\\s+[\"'][^\"']{0,300}[\"'])?\\s?\\)");
    private static final Pattern AUTOLINK =
            Pattern.compile("<((?:https?://|www\\.)[^<>\\s]{1,2000})>");
    private static final Pattern BREAK = Pattern.compile("<br ?/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG =
            Pattern.compile(
                    "</?(?:sup|sub|b|i|em|strong|u|s|p|div|span|font|small|a|code|mark|li|ul|ol)(?:\\s[^<>]{0,500})?/?>",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern STARS = Pattern.compile("\\*{2,3}");
    private static final Pattern STAR = Pattern.compile("(?<![\\s*])\\*(?!\\*)|\\*(?![\\s*])");
    private static final Pattern UNDERLINES =
            Pattern.compile("(?<![\\w/.=-])_{1,3}(?=\\S)([^_\\n]{1,400})(?<=\\S)_{1,3}(?![\\w/])");
    private static final Pattern RAISED = Pattern.compile("\\^(\\p{Alpha}{1,4}|\\d{1,3})\\^");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!|>~-])");

    private Marks() {}

    static String strip(String text) {
        var plain = text;
        if (plain.indexOf('[') >= 0) {
            plain = IMAGE.matcher(plain).replaceAll("");
            plain =
                    LINK.matcher(plain)
                            .replaceAll(link ->
                                    java.util.regex.Matcher.quoteReplacement(
                                            link(link.group(1), link.group(2))));
        }
        if (plain.indexOf('<') >= 0) {
            plain = AUTOLINK.matcher(plain).replaceAll("$1");
            plain = BREAK.matcher(plain).replaceAll("\n");
            plain = TAG.matcher(plain).replaceAll("");
        }
        if (plain.indexOf('*') >= 0) {
            plain = STARS.matcher(plain).replaceAll("");
            plain = STAR.matcher(plain).replaceAll("");
        }
        if (plain.indexOf('_') >= 0) {
            plain = UNDERLINES.matcher(plain).replaceAll("$1");
        }
        if (plain.indexOf('^') >= 0) {
            plain = RAISED.matcher(plain).replaceAll("$1");
        }
        if (plain.indexOf('\\') >= 0) {
            plain = ESCAPE.matcher(plain).replaceAll("$1");
        }
        return plain.indexOf('`') >= 0 ? plain.replace("`", "") : plain;
    }

    private static String link(String shown, String target) {
        if (target.startsWith("mailto:")) {
            return shown.indexOf('@') >= 0
                    ? shown
                    : (shown + " " + target.substring("mailto:".length())).strip();
        }
        if (!target.startsWith("http")) {
            return shown;
        }
        return WebLinks.isLink(shown) ? target : (shown + " " + target).strip();
    }
}
