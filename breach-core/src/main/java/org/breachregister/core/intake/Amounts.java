package org.breachregister.core.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Numbers as running text writes them, in figures or in words up to 199.
final class Amounts {

    private static final Map<String, Integer> WORDS = new HashMap<>();
    private static final String[] SMALL = {
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    static {
        for (var i = 0; i < SMALL.length; i++) {
            WORDS.put(SMALL[i], i + 1);
        }
        for (var i = 0; i < TENS.length; i++) {
            WORDS.put(TENS[i], (i + 2) * 10);
        }
        WORDS.put("a", 1);
        WORDS.put("an", 1);
        WORDS.put("dozen", 12);
        WORDS.put("hundred", 100);
    }

    /// A pattern of numbers in one group: `40`, `1,200`, `forty-five`, `a hundred and ten`.
    static final String NUMBER =
            "((?<![\\d.:,/£$€-])(?:\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,6}|(?:a|one) hundred(?: and [a-z]{3,9}(?:[- ][a-z]{3,5})?)?|a dozen"
                    + "|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
                    + "|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
                    + "|eighteen|nineteen))";

    /// Words before a number that say it is not exact.
    static final String ABOUT =
            "(?:about|around|approximately|approx\\.?|roughly|some|nearly|almost|circa|c\\.|at least|at most|up to|over|more than"
                    + "|less than|fewer than|just over|just under|no more than|perhaps)";

    private Amounts() {}

    /// The number that words give, 0 where they give none.
    static int of(String words) {
        var text = words.toLowerCase(Locale.ROOT).strip();
        if (!text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9') {
            var digits = text.replace(",", "");
            return digits.length() > 8 ? 0 : Integer.parseInt(digits);
        }
        var sum = 0;
        for (var word : text.split("[- ]+")) {
            if (word.equals("and")) {
                continue;
            }
            var value = WORDS.getOrDefault(word, 0);
            if (value == 0) {
                return 0;
            }
            sum = value == 12 && word.equals("dozen") ? 12 : value == 100 ? 100 : sum + value;
        }
        return sum;
    }
}
