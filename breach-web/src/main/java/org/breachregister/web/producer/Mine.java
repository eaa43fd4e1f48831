package org.breachregister.web.producer;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.publication.BreachId;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// Whose pages these are. What is not the reader's does not exist for the reader.
final class Mine {

    static final String PATH = "/my-reports";
    static final String BEGIN = PATH + "/begin";
    static final String UPLOAD = BEGIN + "/upload";
    static final String DRAFTS = PATH + "/drafts/";

    private Mine() {}

    /// The producer who asks; nobody else has these pages.
    static Actor producer() {
        var actor = Acting.current();
        if (!actor.is(Role.PRODUCER)) {
            throw notFound();
        }
        return actor;
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /// The address of a draft's page.
    static String draft(String id) {
        return DRAFTS + id;
    }

    /// The address of a case's page.
    static String report(BreachId id) {
        return PATH + "/" + id;
    }

    /// The revision that a form says its author saw; one that never was where it says none.
    static long revision(String given) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
