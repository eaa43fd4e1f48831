package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletRequest;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Role;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Lets nobody but the regulator in, whatever else is said about addresses elsewhere.
@ControllerAdvice(basePackageClasses = DeskAdvice.class)
class DeskAdvice {

    /// The name of whoever reads. Runs before anything else is done for a request.
    @ModelAttribute("reader")
    String reader(HttpServletRequest request) {
        var actor = Acting.current();
        var audit = request.getRequestURI().equals(AuditPage.PATH);
        if (!actor.isRegulator() && !(audit && actor.is(Role.ADMINISTRATOR))) {
            throw Desk.unknown();
        }
        return actor.name();
    }
}
