package org.breachregister.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a\\r\\nb      | a\\nb
                    a\\rb        | a\\nb
                    a\\r\\r\\nb    | a\\n\\nb
                    \\t =1+2 \\n  | =1+2
                    a\\u0000\\u0008b\\u0085c | abc
                    a\\ud800b    | ab
                    a\\uFFFEb\\uFFFF | ab
                    \\ud83d\\ude00 x | \\ud83d\\ude00 x
                    """)
    void removesWhatXmlCannotHoldAndNothingElse(String written, String published) {
        assertThat(PublishedText.of(unescaped(written))).isEqualTo(unescaped(published));
    }

    private static String unescaped(String text) {
        var plain = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
        return java.util.regex.Pattern.compile("\\\\u([0-9a-fA-F]{4})")
                .matcher(plain)
                .replaceAll(match ->
                        java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
