package org.breachregister.core.casework;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.Change.Reason;
import org.breachregister.core.casework.Change.Refused;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Says why something is not done: where the case stands, and what is possible instead and by whom.
final class Refusals {

    private Refusals() {}

    /// Why an actor may not take a step with a case that stands where it stands, or null.
    static @Nullable Refused of(CaseStep step, Actor actor, BreachCase it) {
        if (!step.allowedTo(actor)) {
            return notAllowed(words(step), step.who().words());
        }
        if (!step.from().contains(it.state())) {
            return new Refused(
                    Reason.ILLEGAL_STEP,
                    "%s is %s. To %s, it has to be %s. %s"
                            .formatted(
                                    it.id(),
                                    words(it.state()),
                                    words(step),
                                    Arrays.stream(CaseState.values())
                                            .filter(step.from()::contains)
                                            .map(Refusals::words)
                                            .collect(Collectors.joining(" or ")),
                                    possible(it.state())));
        }
        return null;
    }

    /// Why an actor may not do something with a case that stands where it stands, or null.
    static @Nullable Refused of(CaseDeed deed, Actor actor, BreachCase it) {
        if (!deed.allowedTo(actor)) {
            return notAllowed(deed.words(), deed.who());
        }
        if (!deed.allowedIn(it.state())) {
            return new Refused(
                    Reason.ILLEGAL_STEP,
                    "%s is %s. To %s, open it again first. %s"
                            .formatted(
                                    it.id(),
                                    words(it.state()),
                                    deed.words(),
                                    possible(it.state())));
        }
        return null;
    }

    static Refused invalid(String sentence) {
        return new Refused(Reason.INVALID, sentence);
    }

    static Refused illegal(BreachId id, CaseState state, String sentence) {
        return new Refused(
                Reason.ILLEGAL_STEP,
                "%s is %s. %s %s".formatted(id, words(state), sentence, possible(state)));
    }

    private static Refused notAllowed(String what, String who) {
        return new Refused(
                Reason.NOT_ALLOWED, "You may not %s: that is done by %s.".formatted(what, who));
    }

    private static String possible(CaseState state) {
        var steps =
                Arrays.stream(CaseStep.values())
                        .filter(step -> step != CaseStep.VOID && step.from().contains(state))
                        .map(step -> "to %s, by %s".formatted(words(step), step.who().words()))
                        .collect(Collectors.joining("; "));
        return "Possible now: %s.".formatted(steps);
    }

    private static String words(CaseState state) {
        return switch (state) {
            case DRAFT -> "a draft";
            case SUBMITTED -> "submitted";
            case UNDER_ASSESSMENT -> "under assessment";
            case WAITING_FOR_PRODUCER -> "waiting for the producer";
            case ASSESSED -> "assessed";
            case CLEARED -> "cleared for publication";
            case SCHEDULED -> "scheduled";
            case PUBLISHED -> "published";
            case REVISED -> "revised";
            case WITHDRAWN -> "withdrawn";
        };
    }

    /// A step in words that fit after "to".
    private static String words(CaseStep step) {
        return switch (step) {
            case SUBMIT -> "send it";
            case TAKE_UP -> "take it up";
            case ASK -> "ask the producer";
            case ANSWER -> "answer the question";
            case GO_ON -> "go on without an answer";
            case ASSESS -> "assess it";
            case REOPEN -> "take the assessment back";
            case CLEAR -> "clear it";
            case SCHEDULE -> "schedule it";
            case UNSCHEDULE -> "take it off the schedule";
            case VOID -> "void what was approved";
            case RELEASE -> "release it";
            case REVISE -> "open it again";
        };
    }
}
