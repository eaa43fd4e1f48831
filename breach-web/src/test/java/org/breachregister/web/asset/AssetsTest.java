package org.breachregister.web.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

class AssetsTest {

    private final Assets assets = new Assets();

    @Test
    void wearNothingThatOnlyGovUkMayWear() {
        var style = content("breach-register.css").toLowerCase(Locale.ROOT);

        assertThat(style)
                .doesNotContain("gds transport")
                .doesNotContain("@font-face")
                .doesNotContain("woff")
                .doesNotContain("crest")
                .doesNotContain("url(")
                .doesNotContain("#1d70b8")
                .doesNotContain("#0b0c0c")
                .doesNotContain("#00703c")
                .doesNotContain("#fd0");
        assertThat(style).contains(".govuk-button").contains("mit licence");
    }

    @Test
    void stayUnderTheirAddressForGood() {
        var address = assets.address("breach-register.css");
        var response = assets.file(address.split("/")[2], "breach-register.css");

        assertThat(address).matches("/assets/[0-9a-f]{12}/breach-register\\.css");
        assertThat(response.getHeaders().getCacheControl()).contains("immutable");
        assertThat(new Assets().address("breach-register.css")).isEqualTo(address);
    }

    @Test
    void areOnlyThoseThatPagesUse() {
        assertThatThrownBy(() -> assets.file("000000000000", "breach-register.css"))
                .isInstanceOf(ResponseStatusException.class);
        assertThatThrownBy(() -> content("application.properties"))
                .isInstanceOf(ResponseStatusException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> assets.address("other.css"));
    }

    private String content(String file) {
        var version = assets.address("breach-register.css").split("/")[2];
        var body = assets.file(version, file).getBody();
        return new String(body, StandardCharsets.UTF_8);
    }
}
