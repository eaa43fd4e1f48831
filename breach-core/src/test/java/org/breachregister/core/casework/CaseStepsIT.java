package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachregister.core.casework.CaseworkFixture.as;
import static org.breachregister.core.casework.CaseworkFixture.done;

import org.breachregister.core.account.Actor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Who may take which step when: every combination.
class CaseStepsIT {

    private static final Set<CaseStep> OF_THE_PROGRAM =
            EnumSet.of(CaseStep.SUBMIT, CaseStep.VOID, CaseStep.RELEASE);

    private final CaseworkFixture at = new CaseworkFixture();

    private static Stream<CaseState> states() {
        return Arrays.stream(CaseState.values()).filter(state -> state != CaseState.DRAFT);
    }

    private static Stream<CaseStep> steps() {
        return Arrays.stream(CaseStep.values()).filter(step -> !OF_THE_PROGRAM.contains(step));
    }

    @Test
    void everyLegalStepLeadsWhereItSaysAndIsOnRecord() {
        for (var step : steps().toList()) {
            for (var from : step.from()) {
                var id = at.in(from);
                var actor =
                        switch (step.who()) {
                            case PRODUCER -> at.producer;
                            case CASEWORKER -> at.caseworker;
                            default -> at.publisher;
                        };
                var before = at.revision(id);

                var done = done(at.take(step, actor, id));

                assertThat(at.state(id)).as("%s from %s", step, from).isEqualTo(step.to());
                assertThat(at.revision(id)).isEqualTo(before + 1).isEqualTo(done.revision());
                assertThat(as(at.analyst, () -> at.cases.steps(id)).getLast())
                        .satisfies(taken -> {
                            assertThat(taken.step()).isEqualTo(step.key());
                            assertThat(taken.state()).isEqualTo(step.to());
                            assertThat(taken.by().name()).isEqualTo(actor.name());
                        });
                assertThat(at.audit.ofRecord("case", id.value(), 1))
                        .singleElement()
                        .satisfies(entry -> {
                            assertThat(entry.action()).isEqualTo("case." + step.key());
                            assertThat(entry.accountName()).isEqualTo(actor.name());
                            assertThat(entry.origin()).isEqualTo("192.0.2.1");
                            assertThat(String.valueOf(entry.before()))
                                    .contains("\"state\":\"%s\"".formatted(from.key()));
                            assertThat(String.valueOf(entry.after()))
                                    .contains("\"state\":\"%s\"".formatted(step.to().key()));
                        });
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyOtherStepIsRefusedAndChangesNothing() {
        return states().map(state ->
                DynamicTest.dynamicTest(state.key(), () -> everyOtherStepIsRefused(state)));
    }

    private void everyOtherStepIsRefused(CaseState state) {
        var id = at.in(state);
        var before = at.everything();
        var knowing =
                Map.of(
                        "producer", at.producer,
                        "caseworker", at.caseworker,
                        "publisher", at.publisher,
                        "both", at.both,
                        "analyst", at.analyst,
                        "program", Actor.PROGRAM);
        var count = 0;
        for (var step : steps().toList()) {
            for (var actor : knowing.values()) {
                if (step.allowedTo(actor) && step.from().contains(state)) {
                    continue;
                }
                var reason =
                        step.allowedTo(actor)
                                ? Change.Reason.ILLEGAL_STEP
                                : Change.Reason.NOT_ALLOWED;
                assertThat(CaseworkFixture.refused(at.take(step, actor, id), reason))
                        .as("%s in %s by %s", step, state, actor.name())
                        .endsWith(".");
                count++;
            }
            for (var actor : List.of(at.stranger, at.administrator, Actor.PUBLIC)) {
                assertThat(at.take(step, actor, id)).isEqualTo(new Change.Unknown());
                count++;
            }
        }
        assertThat(at.everything()).isEqualTo(before);
        assertThat(count).isGreaterThan(70);
    }
}
