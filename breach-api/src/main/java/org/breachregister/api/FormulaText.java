package org.breachregister.api;

import java.util.regex.Pattern;

/// Keeps spreadsheets from taking text in a CSV file for a formula, without losing anything: a text
/// that starts, after any white space and apostrophes, with `=`, `+`, `-`, `@`, a tab or a carriage
/// return gets an apostrophe in front. A reader takes one apostrophe away where such a start
/// follows it, and has every text as it was.
public final class FormulaText {

    private static final Pattern FORMULA_LIKE = Pattern.compile("'*\\s*[=+\\-@\\t\\r]");

    private FormulaText() {}

    /// Whether a spreadsheet might take the text for a formula, or it looks like a guarded one.
    public static boolean isFormulaLike(String text) {
        return FORMULA_LIKE.matcher(text).lookingAt();
    }

    /// The text as it stands in the CSV file.
    public static String guard(String text) {
        return isFormulaLike(text) ? "'" + text : text;
    }

    /// The text that [#guard] made `guarded` of.
    public static String unguard(String guarded) {
        return guarded.startsWith("'") && isFormulaLike(guarded.substring(1))
                ? guarded.substring(1)
                : guarded;
    }
}
