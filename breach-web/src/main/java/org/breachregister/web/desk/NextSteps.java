package org.breachregister.web.desk;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseStep;
import org.breachregister.core.casework.CaseStep.Who;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What can be done with a case now: as a link or button for whoever may, explained to others.
///
/// @param open what the reader may do
/// @param told sentences about what others may do
record NextSteps(List<Step> open, List<String> told) {

    /// A step.
    ///
    /// @param href the page that it is taken on, or null for one that needs nothing but a button
    /// @param post the address that the button sends to, or null
    record Step(String words, @Nullable String href, @Nullable String post) {}

    /// @param nothing whether there is nothing of it to publish
    static NextSteps of(BreachCase one, Actor actor, boolean nothing) {
        var open = new ArrayList<Step>();
        var told = new ArrayList<String>();
        for (var step : CaseStep.values()) {
            if (!step.from().contains(one.state())) {
                continue;
            }
            var words = words(step);
            if (words == null) {
                otherwise(step, told);
            } else if (step == CaseStep.CLEAR && nothing) {
                told.add("There is nothing to clear: what was found is not published.");
            } else if (!step.allowedTo(actor)) {
                told.add("%s: by %s.".formatted(words, step.who().words()));
            } else if (step.who() == Who.SECOND_PERSON && prepared(one, actor)) {
                told.add(
                        "%s: by another publisher, because you assessed this case."
                                .formatted(words));
            } else if (step == CaseStep.TAKE_UP) {
                open.add(new Step(words, null, Desk.path(one, "/take-up")));
            } else {
                open.add(new Step(words, Desk.path(one, "/" + page(step)), null));
            }
        }
        return new NextSteps(List.copyOf(open), List.copyOf(told));
    }

    private static boolean prepared(BreachCase one, Actor actor) {
        var desk = one.regulator();
        var by = desk == null ? null : desk.assessedBy();
        return by != null && by.equals(actor.id());
    }

    private static void otherwise(CaseStep step, List<String> told) {
        if (step == CaseStep.ANSWER) {
            told.add(
                    "Answer: by an account of the producer. The answer brings the case back here.");
        } else if (step == CaseStep.RELEASE) {
            told.add("Release: by the program, at the set time.");
        }
    }

    private static @Nullable String words(CaseStep step) {
        return switch (step) {
            case TAKE_UP -> "Take the case up";
            case ASK -> "Ask the producer";
            case GO_ON -> "Go on without the answer";
            case ASSESS -> "Assess";
            case REOPEN -> "Open the assessment again";
            case CLEAR -> "Clear for publication";
            case SCHEDULE -> "Schedule the release";
            case UNSCHEDULE -> "Take it off the schedule";
            case REVISE -> "Revise or withdraw";
            case SUBMIT, ANSWER, VOID, RELEASE -> null;
        };
    }

    private static String page(CaseStep step) {
        return step == CaseStep.ASK ? "messages#question" : step.key();
    }
}
