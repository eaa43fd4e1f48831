package org.breachregister.batch.edition.xlsx;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The notes of the workbook, in the order in which their markers first appear.
enum EditionNote {
    FORMULA_LIKE(
            "In the CSV files, a text that starts (after any white space or apostrophes) with an"
                    + " equals, plus, minus or at sign, a tab or a carriage return has an apostrophe"
                    + " put in front of it, so that a spreadsheet does not take it for a formula. To"
                    + " have the text as it was, take one apostrophe away where such a start follows"
                    + " it. This workbook and the JSON file need no such change.",
            "Cover"),
    WITHDRAWN(
            "A breach that was withdrawn stays in the register with its identifier, status, version"
                    + " and dates of publication. Nothing else is given of it, and it has no rows in"
                    + " the practices table.",
            "Register"),
    SEVERAL_VALUES(
            "Where a cell holds several values they are separated by a semicolon and a space. In the"
                    + " JSON file they are apart.",
            "Register, Practices"),
    PERSONAL_DATA(
            "Names, e-mail addresses, telephone numbers and postal addresses were replaced by markers"
                    + " in square brackets such as [name removed].",
            "Register"),
    LINKS(
            "A cell of a link column is a link where it holds exactly one ordinary web address. A"
                    + " worksheet holds at most 65,530 links; further addresses stand as text.",
            "Register"),
    DATES(
            "Dates are real dates; times are in UTC. A day before March 1900, which a spreadsheet"
                    + " cannot hold as a date, stands as text in the form year, month, day.",
            "Register"),
    LONG_TEXT(
            "A text that is longer than 32,767 characters or 253 lines does not fit into one cell. Its"
                    + " cell says so, and the text stands whole in the worksheet Long_text, cut into"
                    + " parts to be read one after the other.",
            "Register, Long_text");

    private final String text;
    private final String usedIn;

    EditionNote(String text, String usedIn) {
        this.text = text;
        this.usedIn = usedIn;
    }

    String marker() {
        return "[note %s]".formatted(ordinal() + 1);
    }

    String text() {
        return text;
    }

    /// The sheets where its marker stands.
    String usedIn() {
        return usedIn;
    }

    static String markers(EditionNote... notes) {
        return Arrays.stream(notes).map(EditionNote::marker).collect(Collectors.joining());
    }
}
