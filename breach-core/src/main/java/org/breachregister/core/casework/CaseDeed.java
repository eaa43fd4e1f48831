package org.breachregister.core.casework;

import static org.breachregister.core.account.Role.CASEWORKER;
import static org.breachregister.core.account.Role.PRODUCER;
import static org.breachregister.core.account.Role.PUBLISHER;

import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;

import java.util.EnumSet;
import java.util.Set;

/// What is done to a case without leading it to another state, and who may do it when. The steps
/// that do are those of [CaseStep].
enum CaseDeed {
    ASSIGN("assign", "assign it", Set.of(CASEWORKER), When.EVER),
    PLAN("plan", "plan what is next", Set.of(CASEWORKER), When.EVER),
    CORRECT("correct", "correct a field", Set.of(CASEWORKER), When.BEFORE_RELEASE),
    NOTE("note", "write a note", Set.of(CASEWORKER, PUBLISHER), When.EVER),
    ATTACH("attach", "attach a file", Set.of(CASEWORKER), When.EVER),
    LINK("link", "link it to another case", Set.of(CASEWORKER), When.EVER),
    UNLINK("unlink", "take a link away", Set.of(CASEWORKER), When.EVER),
    REDACT("redact", "decide what is removed", Set.of(CASEWORKER), When.BEFORE_RELEASE),
    UNDO_REDACTION("undo-redaction", "undo a redaction", Set.of(CASEWORKER), When.BEFORE_RELEASE),
    SUPPLEMENT("supplement", "add to the report", Set.of(PRODUCER), When.EVER),
    ADD_COMMITMENT("add-commitment", "add a commitment", Set.of(CASEWORKER), When.EVER),
    CHANGE_COMMITMENT(
            "change-commitment", "change a commitment", Set.of(CASEWORKER, PRODUCER), When.EVER);

    private final String key;
    private final String words;
    private final Set<Role> roles;
    private final When when;

    CaseDeed(String key, String words, Set<Role> roles, When when) {
        this.key = key;
        this.words = words;
        this.roles = Set.copyOf(EnumSet.copyOf(roles));
        this.when = when;
    }

    private enum When {
        EVER,
        /// What is public already is changed by opening the case again.
        BEFORE_RELEASE
    }

    String key() {
        return key;
    }

    /// What it is, in words that fit after "to".
    String words() {
        return words;
    }

    boolean allowedTo(Actor actor) {
        return roles.stream().anyMatch(actor::is);
    }

    /// Who may do it, in words that fit after "by".
    String who() {
        return switch (this) {
            case NOTE -> "a caseworker or a publisher";
            case SUPPLEMENT -> CaseStep.Who.PRODUCER.words();
            case CHANGE_COMMITMENT -> "a caseworker, or with evidence an account of the producer";
            default -> CaseStep.Who.CASEWORKER.words();
        };
    }

    boolean allowedIn(CaseState state) {
        return state != CaseState.DRAFT && (when == When.EVER || !state.isPublic());
    }
}
