package org.breachregister.api.change;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ProblemType;
import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// The revision that the author of a change saw, from the header `If-Match`.
///
/// @param number the revision, from 0
public record Revision(long number) {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    /// The revision of a header.
    ///
    /// @throws ApiProblem where there is none, or where it can match nothing
    static Revision of(@Nullable String header) {
        if (header == null) {
            throw new ApiProblem(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send the ETag of the representation that the change is based on in the header If-Match.");
        }
        var written = header.strip();
        var strong = STRONG.matcher(written);
        if (strong.matches()) {
            return new Revision(Long.parseLong(strong.group(1)));
        }
        if (TAG.matcher(written).matches()) {
            // Another tag than ours, or a weak one, which If-Match never takes for equal.
            return new Revision(0);
        }
        throw new ApiProblem(
                ProblemType.MALFORMED,
                "If-Match has to be exactly one ETag as it was answered, such as \"7\"; * would overwrite what others did.");
    }

    /// The tag of a revision.
    public static String tag(long revision) {
        return "\"" + revision + "\"";
    }
}
