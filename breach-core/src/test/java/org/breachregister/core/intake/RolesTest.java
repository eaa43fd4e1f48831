package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.report.PersonalDatum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class RolesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    It was sent by the only deputy principal in the branch on Monday. | the only deputy principal in the branch
                    A statistician on the team of three pressed the button.           | A statistician on the team of three
                    The two people who run the survey were away.                      | The two people who run the survey
                    She told the Head of Profession’s private secretary at 6pm.       | the Head of Profession’s private secretary
                    We rang the duty press officer at once.                           | the duty press officer
                    The only Band C2 in the cell was on leave.                        | The only Band C2 in the cell
                    It was our only statistician who knew.                            | our only statistician
                    The newest member of the team had not been told.                  | The newest member of the team
                    The former head of branch kept her access.                        | The former head of branch
                    The statistician on duty did not see it.                          | The statistician on duty
                    He is the only person in the unit with a password.                | the only person in the unit
                    """)
    void aRoleThatOneOfFewHoldsTellsWhoItIs(String text, String role) {
        assertThat(Roles.in("account", text))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.text()).isEqualTo(role);
                    assertThat(text.substring(found.start(), found.end())).isEqualTo(role);
                    assertThat(found.kind()).isEqualTo(PersonalDatum.Kind.ROLE);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A statistician sent the file.",
                "The Head of Profession was told.",
                "The press office replied, and the Chief Statistician agreed.",
                "Only one of the officers opened the file.",
                "The only impact was a call from a user.",
                "Two people commented on the article.",
                "This was the only breach in the team of that year.",
                "The Head of Profession’s advice was sought.",
                "The new head of the department made a speech."
            })
    void aRoleThatManyHoldIsNone(String text) {
        assertThat(Roles.in("account", text)).isEmpty();
    }

    @Test
    void aNameInARoleGoesBeforeIt() {
        var found =
                People.in(
                        Map.of(
                                "contact",
                                "Jane Roe, statistician",
                                "account",
                                "The duty officer rang Jane Roe."));

        assertThat(found)
                .extracting(one -> one.kind() + " " + one.text())
                .containsExactlyInAnyOrder(
                        "PERSON Jane Roe", "ROLE The duty officer", "PERSON Jane Roe");
    }
}
