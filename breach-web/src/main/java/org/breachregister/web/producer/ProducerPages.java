package org.breachregister.web.producer;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What all answers of this package say to browsers: keep nothing, and tell nobody.
@ControllerAdvice(basePackageClasses = ProducerPages.class)
class ProducerPages {

    /// A form needs an origin of its own to be told from one of another site, so the address is
    /// kept for this site alone.
    @ModelAttribute
    void keepPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex");
    }
}
