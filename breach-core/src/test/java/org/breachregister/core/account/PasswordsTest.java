package org.breachregister.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final String EMAIL = "ann.lee-okoro@ministry.example";
    private static final String NAME = "Ann Lee Okoro";

    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three plain words here",
                "kettle-otter-79",
                "ünïcödé wörds",
                "            x1y2",
                "<script>alert(1)</script>"
            })
    void takesAnythingLongThatIsNotTriedFirst(String password) {
        assertThat(Passwords.problem(password, EMAIL, NAME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "eleven char",
                "password1234",
                "Password-1234!",
                "P@ssw0rd123456",
                "correct horse battery staple",
                "qwertyuiopasdf",
                "123456789012",
                "aaaaaaaaaaaaaaaa",
                "passwordpassword",
                "ann.lee-okoro@ministry.example",
                "ANN LEE OKORO",
                "with\ttabulator in it"
            })
    void refusesWhatIsShortOrTriedFirst(String password) {
        assertThat(Passwords.problem(password, EMAIL, NAME)).isPresent();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(Passwords.problem("🦊🐢🦉🐇🦊🐢🦉🐇🦊🐢🦉", EMAIL, NAME)).isPresent();
        assertThat(Passwords.problem("🦊🐢🦉🐇🦊🐢🦉🐇🦊🐢🦉🐇", EMAIL, NAME)).isEmpty();
        assertThat(Passwords.problem("kettle 9 ".repeat(15), EMAIL, NAME)).isPresent();
        assertThat(Passwords.problem("kettle 9".repeat(16), EMAIL, NAME)).isEmpty();
    }

    @Test
    void keepsAHashOfArgon2idWithItsOwnSalt() {
        var hash = passwords.hash("three plain words here");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("three plain words here")).isNotEqualTo(hash);
        assertThat(passwords.matches("three plain words here", hash)).isTrue();
        assertThat(passwords.matches("three plain words Here", hash)).isFalse();
        assertThat(passwords.isOutdated(hash)).isFalse();
    }

    @Test
    void knowsAPasswordFromAnotherKeyboard() {
        var hash = passwords.hash("caf\u00e9 by the harbour");

        assertThat(passwords.matches("cafe\u0301 by the harbour", hash)).isTrue();
    }

    @Test
    void saysNoWithoutAHashAndToHugeTexts() {
        assertThat(passwords.matches("three plain words here", null)).isFalse();
        assertThat(passwords.matches("x".repeat(1_000_000), passwords.hash("three plain words")))
                .isFalse();
    }

    @Test
    void makesPasswordsThatAreGoodEnough() {
        assertThat(Passwords.random())
                .matches("[a-km-np-z2-9]{5}(-[a-km-np-z2-9]{5}){3}")
                .isNotEqualTo(Passwords.random())
                .satisfies(made -> assertThat(Passwords.problem(made, EMAIL, NAME)).isEmpty());
    }
}
