package org.breachregister.batch.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTextTest {

    @Test
    void isWhatACellCannotHold() {
        assertThat(LongText.isLong("x".repeat(32_767))).isFalse();
        assertThat(LongText.isLong("x".repeat(32_768))).isTrue();
        assertThat(LongText.isLong("\n".repeat(253) + "x")).isFalse();
        assertThat(LongText.isLong("\n".repeat(254))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 31_999, 32_000, 32_001})
    void isCutIntoPartsThatMakeItUpAgain(int before) {
        var text = "a".repeat(before) + "\uD83D\uDE00".repeat(40_000) + "\nb".repeat(700);

        var parts = LongText.parts(text);

        assertThat(String.join("", parts)).isEqualTo(text);
        assertThat(parts).noneMatch(LongText::isLong);
        assertThat(parts).noneMatch(part -> Character.isLowSurrogate(part.charAt(0)));
    }

    @Test
    void isMeasuredByItsLongestLine() {
        assertThat(LongText.longestLine("ab\nabcd\n")).isEqualTo(4);
        assertThat(LongText.longestLine("ab\nabcde")).isEqualTo(5);
        assertThat(LongText.longestLine("")).isZero();
    }
}
