package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;

/// Names that nothing but a telephone number, an address or a signature gives away.
class NamedContactsTest {

    @Test
    void aNameBeforeATelephoneNumberIsAPersons() {
        assertThat(found("Questions go to Ottilie Brandreth-Moy on 01632 960 555 about the lamps."))
                .contains("Ottilie Brandreth-Moy");
        assertThat(found("Please write to Casimir Pell (casimir@lamps.example.org) before noon."))
                .contains("Casimir Pell");
    }

    @Test
    void aSignatureIsAPersons() {
        assertThat(found("None.\n\nSigned: Ludo Vane-Marsh")).contains("Ludo Vane-Marsh");
    }

    @Test
    void anInitialBeforeAKnownSurnameBelongsToTheName() {
        assertThat(
                        found(
                                "Signed: L. Marchmont. Questions go to Lucasta Marchmont on 01632 960 555."))
                .contains("L. Marchmont", "Lucasta Marchmont");
    }

    @Test
    void anOfficeBeforeATelephoneNumberIsNoPerson() {
        assertThat(
                        found(
                                "Ring the Press Office on 01632 960 555 or the Department for Transport on 01632 960 556."))
                .allMatch(text -> text.matches("[0-9 ]+"));
    }

    private static List<String> found(String account) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("account", account);
        return People.in(fields).stream().map(one -> one.text()).toList();
    }
}
