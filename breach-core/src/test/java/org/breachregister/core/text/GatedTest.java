package org.breachregister.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

class GatedTest {

    private static final String WORDS =
            "late lately release Releases site web-site web site PUBLISHED published it's by 9.30 9:30"
                    + " wrong person recipient mis-sent missent minutes 12 hours, leak leaked the a ſite K. not"
                    + " ever never (early) early; before\nafter";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\bleak(?:ed|s)?\\b.{0,10}\\b(?:site|person)\\b|\\bwrong (?:person|recipient)\\b",
                "(?:late|early) (?:release)?s?|\\bpublished\\b(?! late)|9[.:]30",
                "\\b(?:web ?site|page)\\b.{0,12}(?:never|early)|mis-?sent|it['’]s",
                "(?<!\\p{L})(?:minutes|hours)\\b(?=, leak)|[a-c]+ wrong|\\bthe\\.? a\\b",
                "r{1,2}elease|re?lease|(?:not){0,1} ever|wrong+ ",
                "before\\nafter|\\u0028early\\)|\\d\\d hours|a|"
            })
    void findsWhatTheWholePatternFinds(String regex) {
        var whole = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        var gated = Gated.compile(regex);
        var random = new Random(20);
        var words = WORDS.split(" ");
        for (var round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (var i = random.nextInt(12); i > 0; i--) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            var expected = whole.matcher(text);
            var found = gated.first(text, Trigrams.of(text.toString()));
            if (expected.find()) {
                assertThat(found).as("%s in '%s'", regex, text).isNotNull();
                assertThat(List.of(found.start(), found.end()))
                        .as("%s in '%s'", regex, text)
                        .containsExactly(expected.start(), expected.end());
            } else {
                assertThat(found).as("%s in '%s'", regex, text).isNull();
            }
            assertThat(gated.isIn(text, Trigrams.of(text.toString()))).isEqualTo(found != null);
        }
    }

    @Test
    void turnsAwayATextThatLacksAWordThatEveryMatchHolds() {
        assertThat(NeededWords.of("\\b(?:leak|hints?) to (?:the )?press\\b"))
                .containsExactly(List.of("leak", "hint"), List.of(" to "), List.of("press"));
        assertThat(NeededWords.of("(?:leaks|to)|[a-z]+")).isEmpty();
        assertThat(Trigrams.of("Nothing of the kind").mayHold(Trigrams.bits("press"))).isFalse();
        assertThat(Trigrams.of("EXPRESSED").mayHold(Trigrams.bits("press"))).isTrue();
    }

    @Test
    void matchesFoundAtChosenPlacesAreThoseFoundEverywhere() {
        var pattern = Pattern.compile("(?<![.\\d])\\d{1,3}(?:-\\d{1,3})?(?!\\d)");
        var random = new Random(21);
        for (var round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (var i = random.nextInt(20); i > 0; i--) {
                text.append("12-. x34".charAt(random.nextInt(8)));
            }
            var found = new ArrayList<String>();
            Places.each(
                    pattern,
                    text.toString(),
                    Places::isNumber,
                    match -> found.add(match.start() + ":" + match.group()));
            assertThat(found)
                    .as(text.toString())
                    .isEqualTo(
                            pattern.matcher(text)
                                    .results()
                                    .map(match -> match.start() + ":" + match.group())
                                    .toList());
        }
    }
}
