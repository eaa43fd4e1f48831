package org.breachregister.web.page;

import jakarta.servlet.http.HttpServletRequest;

import org.breachregister.web.asset.Assets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What every page needs around its content.
@ControllerAdvice("org.breachregister.web")
class Site {

    private final Assets assets;
    private final boolean reporting;
    private final boolean invented;

    Site(
            Assets assets,
            @Value("${breach.intake.open:true}") boolean reporting,
            @Value("${breach.invented:false}") boolean invented) {
        this.assets = assets;
        this.reporting = reporting;
        this.invented = invented;
    }

    @ModelAttribute("site")
    Addresses addresses() {
        return new Addresses(
                assets.address("breach-register.css"),
                assets.address("breach-register.js"),
                assets.address("mark.svg"),
                invented,
                reporting);
    }

    @ModelAttribute("person")
    @Nullable SignedIn person(HttpServletRequest request) {
        return SignedIn.told(request);
    }

    /// Addresses of style sheet, script and image, whether the register holds invented samples, and
    /// whether reports can be sent to it.
    record Addresses(
            String style, String script, String mark, boolean invented, boolean reporting) {}
}
