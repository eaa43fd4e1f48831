package org.breachregister.api.answer;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ApiProblem.Fault;
import org.breachregister.api.ProblemType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Where a page of a list begins: after which record, and in the answer to which question. To
/// programs it is a text to be sent back as it is.
public final class Cursor {

    /// The most characters of one.
    public static final int LONGEST = 200;

    private static final Pattern SHAPE = Pattern.compile("1\\.([0-9a-f]{8})\\.(.{1,80})");

    private Cursor() {}

    /// The text for the page after a record.
    ///
    /// @param question what was asked, without the page
    public static String after(String record, Object question) {
        var text = "1.%s.%s".formatted(mark(question), record);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The record that a page begins after.
    ///
    /// @throws ApiProblem where the text was not given out for that question
    public static String record(String cursor, Object question) {
        try {
            var text =
                    new String(
                            Base64.getUrlDecoder()
                                    .decode(cursor.getBytes(StandardCharsets.ISO_8859_1)),
                            StandardCharsets.UTF_8);
            var parts = SHAPE.matcher(text);
            if (parts.matches() && parts.group(1).equals(mark(question))) {
                return parts.group(2);
            }
        } catch (IllegalArgumentException _) {
            // refused below like one of another question
        }
        throw wrong();
    }

    /// That a text is no cursor of the question.
    public static ApiProblem wrong() {
        return ApiProblem.of(
                ProblemType.INVALID_PARAMETER,
                List.of(
                        Fault.in(
                                "cursor",
                                "It does not belong to this question",
                                "the text from the next address of a page, with the same other parameters")));
    }

    private static String mark(Object question) {
        return "%08x".formatted(question.toString().hashCode());
    }
}
