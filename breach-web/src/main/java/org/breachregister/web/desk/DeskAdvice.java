package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Lets nobody but the regulator in, and lets nobody keep a copy of what is shown.
@ControllerAdvice(basePackageClasses = DeskAdvice.class)
class DeskAdvice {

    /// The name of whoever reads. Runs before anything else is done for a request.
    @ModelAttribute("reader")
    String reader(HttpServletRequest request, HttpServletResponse response) {
        var actor = Acting.current();
        var audit = request.getRequestURI().equals(AuditPage.PATH);
        if (!actor.isRegulator() && !(audit && actor.is(Role.ADMINISTRATOR))) {
            throw Desk.unknown();
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "same-origin");
        return actor.name();
    }
}
