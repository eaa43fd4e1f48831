package org.breachregister.core.casework;

import static org.breachregister.core.casework.CaseState.ASSESSED;
import static org.breachregister.core.casework.CaseState.CLEARED;
import static org.breachregister.core.casework.CaseState.DRAFT;
import static org.breachregister.core.casework.CaseState.PUBLISHED;
import static org.breachregister.core.casework.CaseState.REVISED;
import static org.breachregister.core.casework.CaseState.SCHEDULED;
import static org.breachregister.core.casework.CaseState.SUBMITTED;
import static org.breachregister.core.casework.CaseState.UNDER_ASSESSMENT;
import static org.breachregister.core.casework.CaseState.WAITING_FOR_PRODUCER;
import static org.breachregister.core.casework.CaseState.WITHDRAWN;

import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.database.Identity.Rights;

import java.util.EnumSet;
import java.util.Set;

/// The steps that lead a case from one state to the next, and who may take them. There are no
/// others: this is the whole machine.
public enum CaseStep {
    SUBMIT("submit", Who.PRODUCER, Set.of(DRAFT), SUBMITTED),
    TAKE_UP("take-up", Who.CASEWORKER, Set.of(SUBMITTED), UNDER_ASSESSMENT),
    ASK("ask", Who.CASEWORKER, Set.of(UNDER_ASSESSMENT), WAITING_FOR_PRODUCER),
    ANSWER("answer", Who.PRODUCER, Set.of(WAITING_FOR_PRODUCER), UNDER_ASSESSMENT),
    /// Goes on without the answer, or takes the question back.
    GO_ON("go-on", Who.CASEWORKER, Set.of(WAITING_FOR_PRODUCER), UNDER_ASSESSMENT),
    ASSESS("assess", Who.CASEWORKER, Set.of(UNDER_ASSESSMENT), ASSESSED),
    /// Takes an assessment back, and with it what was approved.
    REOPEN("reopen", Who.CASEWORKER, Set.of(ASSESSED, CLEARED), UNDER_ASSESSMENT),
    CLEAR("clear", Who.SECOND_PERSON, Set.of(ASSESSED), CLEARED),
    SCHEDULE("schedule", Who.SECOND_PERSON, Set.of(CLEARED), SCHEDULED),
    UNSCHEDULE("unschedule", Who.PUBLISHER, Set.of(SCHEDULED), CLEARED),
    /// What was approved has changed since.
    VOID("void", Who.CASEWORKER, Set.of(CLEARED, SCHEDULED), ASSESSED),
    /// At its time: to published, revised or withdrawn.
    RELEASE("release", Who.PROGRAM, Set.of(SCHEDULED), PUBLISHED),
    /// Opens a case again that is on the register, to revise or withdraw it.
    REVISE("revise", Who.CASEWORKER, Set.of(PUBLISHED, REVISED, WITHDRAWN), UNDER_ASSESSMENT);

    private final String key;
    private final Who who;
    private final Set<CaseState> from;
    private final CaseState to;

    CaseStep(String key, Who who, Set<CaseState> from, CaseState to) {
        this.key = key;
        this.who = who;
        this.from = Set.copyOf(EnumSet.copyOf(from));
        this.to = to;
    }

    /// Who may take a step.
    public enum Who {
        /// An account of one of the case's bodies.
        PRODUCER("an account of the producer"),
        CASEWORKER("a caseworker"),
        PUBLISHER("a publisher"),
        /// A publisher who neither assessed the case nor changed what will be public since.
        SECOND_PERSON("a publisher who did not prepare it"),
        PROGRAM("the program, at the set time");

        private final String words;

        Who(String words) {
            this.words = words;
        }

        /// In words that fit after "by".
        public String words() {
            return words;
        }
    }

    /// The word used in the database, in files and answers.
    public String key() {
        return key;
    }

    /// Who may take it.
    public Who who() {
        return who;
    }

    /// The states that it can be taken in.
    public Set<CaseState> from() {
        return from;
    }

    /// The state that it leads to; for [#RELEASE] of a revision or a withdrawal, the release says.
    public CaseState to() {
        return to;
    }

    /// Whether the roles of an actor allow it, the case aside: whose case it is and who prepared it
    /// is looked at besides.
    public boolean allowedTo(Actor actor) {
        return switch (who) {
            case PRODUCER -> actor.is(Role.PRODUCER);
            case CASEWORKER -> actor.is(Role.CASEWORKER);
            case PUBLISHER, SECOND_PERSON -> actor.is(Role.PUBLISHER);
            case PROGRAM -> actor.rights() == Rights.PROGRAM;
        };
    }
}
