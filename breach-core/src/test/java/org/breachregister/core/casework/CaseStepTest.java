package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.producer.ProducerId;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

class CaseStepTest {

    @Test
    void everyStateIsReachedFromADraftAndHasAWayOn() {
        var reached = EnumSet.of(CaseState.DRAFT);
        for (var size = 0; size < reached.size(); ) {
            size = reached.size();
            for (var step : CaseStep.values()) {
                if (step.from().stream().anyMatch(reached::contains)) {
                    reached.add(step.to());
                }
            }
            if (reached.contains(CaseState.PUBLISHED)) {
                // A release of what is on the register leads to these.
                reached.add(CaseState.REVISED);
                reached.add(CaseState.WITHDRAWN);
            }
        }

        assertThat(reached).containsExactlyInAnyOrder(CaseState.values());
        assertThat(CaseState.values())
                .allSatisfy(state ->
                        assertThat(CaseStep.values())
                                .anySatisfy(step -> assertThat(step.from()).contains(state)));
    }

    @Test
    void nothingBecomesPublicButByTheProgramAfterASecondPersonClearedAndScheduledIt() {
        for (var step : CaseStep.values()) {
            if (step.to().isPublic()) {
                assertThat(step).isEqualTo(CaseStep.RELEASE);
                assertThat(step.who()).isEqualTo(CaseStep.Who.PROGRAM);
            }
            if (step.to() == CaseState.SCHEDULED) {
                assertThat(step.who()).isEqualTo(CaseStep.Who.SECOND_PERSON);
                assertThat(step.from()).containsExactly(CaseState.CLEARED);
            }
            if (step.to() == CaseState.CLEARED && step != CaseStep.UNSCHEDULE) {
                assertThat(step.who()).isEqualTo(CaseStep.Who.SECOND_PERSON);
                assertThat(step.from()).containsExactly(CaseState.ASSESSED);
            }
        }
    }

    @Test
    void keysAreUnique() {
        var keys = new HashSet<String>();
        assertThat(CaseStep.values()).allMatch(step -> keys.add(step.key()));
        assertThat(CaseDeed.values()).allMatch(deed -> keys.add(deed.key()));
    }

    @Test
    void eachStepIsForOneRole() {
        for (var step : CaseStep.values()) {
            var allowed =
                    Arrays.stream(Role.values())
                            .filter(role -> step.allowedTo(person(role)))
                            .toList();
            switch (step.who()) {
                case PRODUCER -> assertThat(allowed).containsExactly(Role.PRODUCER);
                case CASEWORKER -> assertThat(allowed).containsExactly(Role.CASEWORKER);
                case PUBLISHER, SECOND_PERSON ->
                        assertThat(allowed).containsExactly(Role.PUBLISHER);
                case PROGRAM -> assertThat(allowed).isEmpty();
            }
            assertThat(step.allowedTo(Actor.PUBLIC)).isFalse();
            assertThat(step.allowedTo(Actor.PROGRAM)).isEqualTo(step.who() == CaseStep.Who.PROGRAM);
        }
    }

    private static Actor person(Role role) {
        var bodies = role == Role.PRODUCER ? Set.of(new ProducerId("a")) : Set.<ProducerId>of();
        return Actor.person(new AccountId(1), "Somebody", Set.of(role), bodies, "here");
    }
}
