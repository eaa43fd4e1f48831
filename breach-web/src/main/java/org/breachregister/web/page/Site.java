package org.breachregister.web.page;

import org.breachregister.web.asset.Assets;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What every page needs around its content.
@ControllerAdvice(basePackageClasses = Site.class)
class Site {

    private final Assets assets;

    Site(Assets assets) {
        this.assets = assets;
    }

    @ModelAttribute("site")
    Addresses addresses() {
        return new Addresses(
                assets.address("breach-register.css"),
                assets.address("breach-register.js"),
                assets.address("mark.svg"));
    }

    /// Addresses of style sheet, script and image.
    record Addresses(String style, String script, String mark) {}
}
