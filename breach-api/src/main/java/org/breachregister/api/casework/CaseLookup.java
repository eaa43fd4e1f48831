package org.breachregister.api.casework;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ProblemType;
import org.breachregister.api.change.Changes;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.publication.BreachId;
import org.springframework.stereotype.Component;

/// Finds cases for those who may know of them. To all others there is no such case.
@Component
final class CaseLookup {

    private final Cases cases;

    CaseLookup(Cases cases) {
        this.cases = cases;
    }

    /// Lets in those who have to do with cases.
    static void admit(Actor actor) {
        if (!actor.isRegulator() && !actor.is(Role.PRODUCER)) {
            throw new ApiProblem(
                    ProblemType.NOT_ALLOWED, "Your account has no role that works with cases.");
        }
    }

    /// A case that the actor may see.
    BreachCase find(Actor actor, BreachId id) {
        admit(actor);
        return cases.find(actor, id).orElseThrow(Changes::unknown);
    }

    /// A case of which the actor may see what only the regulator sees.
    BreachCase findForRegulator(Actor actor, BreachId id) {
        admit(actor);
        if (!actor.isRegulator()) {
            throw Changes.unknown();
        }
        return find(actor, id);
    }
}
