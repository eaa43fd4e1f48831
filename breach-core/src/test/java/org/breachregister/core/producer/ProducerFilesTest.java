package org.breachregister.core.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

class ProducerFilesTest {

    private static final Map<String, String> GOOD =
            Map.of(
                    "bodies.tsv",
                    """
                    id\tname\tkind\tnation\tfrom\tto\tparents\tspeaks_as\tdomains\tbasis\tsource
                    old\tOld Office\tdepartment\tUK\t1999\t2005-04\t\titself\t\tseen\ta list
                    new\tNew Office\tdepartment\tUK\t2005-04\t\t\titself\tnew.gov.uk\tinferred\ta list
                    """,
                    "names.tsv",
                    """
                    body\tname\tuse\tfrom\tto\tbasis\tsource
                    new\tNO\tabbreviation\t\t\tseen\ta list
                    """,
                    "units.tsv",
                    "body\tunit\tbasis\tsource\n",
                    "lineage.tsv",
                    """
                    predecessor\tpredecessor_part\tsuccessor\tsuccessor_part\ton\textent\tbasis\tsource
                    old\t\tnew\t\t2005-04\twhole\tseen\ta list
                    """,
                    "ambiguous.tsv",
                    "name\tbody\tclues\twhy\n",
                    "clues.tsv",
                    "nation\tclue\n",
                    "parts.tsv",
                    "part\tword\n");

    @Test
    void readsGoodFiles() {
        var producers = new Producers(files(GOOD));

        assertThat(producers.currentBody(new ProducerId("old")).name()).isEqualTo("New Office");
        assertThat(producers.named("NO")).containsExactly(new ProducerId("new"));
    }

    @Test
    void namesFileAndLineOfABodyThatIsThereTwice() {
        refuses(
                "bodies.tsv",
                "new\tNew",
                "old\tNew",
                "bodies.tsv, line 3: body 'old' is here twice");
    }

    @Test
    void refusesASuccessorThatIsNotThere() {
        refuses("lineage.tsv", "\tnew\t", "\tnewer\t", "lineage.tsv, line 2: body 'newer' is not");
    }

    @Test
    void refusesABodyThatEndsBeforeItBegins() {
        refuses(
                "bodies.tsv",
                "1999\t2005-04",
                "1999\t1998",
                "bodies.tsv, line 2: ends on 1998-01-01");
    }

    @Test
    void refusesADateThatIsNone() {
        refuses(
                "bodies.tsv",
                "1999",
                "19x9",
                "bodies.tsv, line 2: '19x9' in column from is not a date");
    }

    @Test
    void refusesASuccessionBeforeThePredecessorBegan() {
        refuses("lineage.tsv", "2005-04", "1990", "lineage.tsv, line 2: on 1990-01-01");
    }

    @Test
    void refusesANameOfTwoBodiesThatIsNotDeclared() {
        refuses("names.tsv", "NO\tabb", "Old Office\tabb", "ambiguous.tsv must list just these");
    }

    @Test
    void refusesAnUnknownBasis() {
        refuses("names.tsv", "seen", "heard", "names.tsv, line 2: basis 'heard' is not one of");
    }

    @Test
    void refusesALineWithTooFewColumns() {
        refuses(
                "names.tsv",
                "\tseen\ta list",
                "",
                "names.tsv, line 2: has 5 columns, its head has 7");
    }

    private static void refuses(String file, String part, String instead, String message) {
        var changed = new HashMap<>(GOOD);
        changed.computeIfPresent(file, (_, text) -> text.replace(part, instead));
        assertThat(changed).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> files(changed)).hasMessageContaining(message);
    }

    private static ProducerFiles files(Map<String, String> texts) {
        return new ProducerFiles(
                file -> new BufferedReader(new StringReader(texts.getOrDefault(file, ""))));
    }
}
