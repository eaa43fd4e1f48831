package org.breachregister.web.desk;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.BreachCase;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// What every page of a case has around its own content.
///
/// @param id the case
/// @param revision the revision shown, which a change has to name
/// @param current which of the case's pages it is
/// @param heading the page's heading
/// @param problems what is wrong with what was entered
/// @param stale whether somebody changed the case while its reader was writing
/// @param done what was just done, or null
/// @param caseworker whether the reader may change the case
/// @param publisher whether the reader may clear and schedule
/// @param editable whether the reader may change what would be public
record CaseFrame(
        String id,
        long revision,
        String current,
        String heading,
        String title,
        String producers,
        StateTag state,
        List<Problem> problems,
        boolean stale,
        @Nullable String done,
        boolean caseworker,
        boolean publisher,
        boolean editable) {

    static CaseFrame of(BreachCase one, String current, String heading) {
        var actor = Acting.current();
        return new CaseFrame(
                one.id().value(),
                one.revision(),
                current,
                heading,
                Named.output(one.report()),
                Named.producers(one.report()),
                StateTag.of(one.state()),
                List.of(),
                false,
                null,
                actor.is(Role.CASEWORKER),
                actor.is(Role.PUBLISHER),
                actor.is(Role.CASEWORKER) && !one.state().isPublic());
    }

    CaseFrame with(Trouble trouble) {
        return new CaseFrame(
                id,
                revision,
                current,
                heading,
                title,
                producers,
                state,
                trouble.problems(),
                trouble.stale(),
                done,
                caseworker,
                publisher,
                editable);
    }

    CaseFrame done(@Nullable String words) {
        return new CaseFrame(
                id,
                revision,
                current,
                heading,
                title,
                producers,
                state,
                problems,
                stale,
                words,
                caseworker,
                publisher,
                editable);
    }

    /// The sentence about an element of the page, or null where nothing is wrong with it.
    public @Nullable String problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }

    public boolean wrong(String field) {
        return problem(field) != null;
    }

    /// Title of the page, which says so where something is wrong.
    public String pageTitle() {
        return (problems.isEmpty() && !stale ? "" : "Error: ") + heading + ": " + id;
    }

    public String path() {
        return "/desk/cases/" + id;
    }
}
