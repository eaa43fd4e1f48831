package org.breachregister.core.casework;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/// Which cases are wanted; what is null or empty does not narrow them.
///
/// @param queue one of the regulator's queues, or null
/// @param states the states
/// @param assignee whose they are, or null
/// @param body the body whose they are, or null
/// @param words words that stand in the number, the producers or the output, or null
/// @param after the last case of the page before, in the order of the list; null for the first page
/// @param limit how many, from 1 to 200
public record CaseQuery(
        @Nullable Queue queue,
        Set<CaseState> states,
        @Nullable AccountId assignee,
        @Nullable ProducerId body,
        @Nullable String words,
        @Nullable BreachId after,
        int limit) {

    /// The most cases on a page.
    public static final int MOST = 200;

    public CaseQuery {
        states = Set.copyOf(states);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page holds 1 to %d cases".formatted(MOST));
        }
    }

    /// All cases that the actor may see.
    public static CaseQuery all(int limit) {
        return new CaseQuery(null, Set.of(), null, null, null, null, limit);
    }

    /// The regulator's queues.
    public enum Queue {
        /// Assigned to the actor and not public yet.
        MINE("mine"),
        /// Assigned to nobody and not public yet.
        UNASSIGNED("unassigned"),
        /// The next action's day has passed.
        OVERDUE("overdue"),
        /// A question to the producer is open.
        WAITING("waiting"),
        /// Assessed, and waiting for a second person.
        TO_CLEAR("to-clear"),
        /// Cleared or scheduled.
        TO_PUBLISH("to-publish");

        private final String key;

        Queue(String key) {
            this.key = key;
        }

        /// The word used in addresses and answers.
        public String key() {
            return key;
        }
    }
}
