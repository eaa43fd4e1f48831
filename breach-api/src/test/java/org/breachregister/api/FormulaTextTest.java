package org.breachregister.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

class FormulaTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    =1+2,      '=1+2
                    +44,       '+44
                    -,         '-
                    @name,     '@name
                    ' =1',     '' =1'
                    '=1,       ''=1
                    ''=1,      '''=1
                    'tis,      'tis
                    ',         '
                    1-2,       1-2
                    a=b,       a=b
                    """)
    void putsAnApostropheInFrontOfWhatASpreadsheetMightCalculate(String text, String guarded) {
        assertThat(FormulaText.guard(text)).isEqualTo(guarded);
        assertThat(FormulaText.unguard(guarded)).isEqualTo(text);
    }

    @Test
    void guardsWhiteSpaceBeforeAFormula() {
        assertThat(FormulaText.guard("  =1")).isEqualTo("'  =1");
        assertThat(FormulaText.guard("\tx")).isEqualTo("'\tx");
        assertThat(FormulaText.guard("\rx")).isEqualTo("'\rx");
        assertThat(FormulaText.guard("")).isEmpty();
    }

    @Test
    void losesNothingWhateverTheText() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("FormulaTextTest: -Dtest.seed=" + seed);
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
        var alphabet = "''''=+-@\t\r\n  ab1\"";

        for (int round = 0; round < 200_000; round++) {
            var text = new StringBuilder();
            for (int at = random.nextInt(8); at > 0; at--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            var guarded = FormulaText.guard(text.toString());
            assertThat(FormulaText.unguard(guarded)).isEqualTo(text.toString());
            assertThat(guarded).doesNotMatch("(?s)\\s*[=+\\-@\\t\\r].*");
        }
    }
}
