package org.breachregister.web.desk;

import org.breachregister.core.casework.CaseQuery.Queue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One of the regulator's queues.
///
/// @param urgent whether somebody should look today
record QueueView(String key, String name, String about, int count, String href, boolean urgent) {

    static List<QueueView> all(Map<Queue, Integer> lengths) {
        return Arrays.stream(Queue.values())
                .map(queue -> of(queue, lengths.getOrDefault(queue, 0)))
                .toList();
    }

    private static QueueView of(Queue queue, int count) {
        return new QueueView(
                queue.key(),
                name(queue),
                about(queue),
                count,
                Desk.CASES + "?queue=" + queue.key(),
                queue == Queue.OVERDUE && count > 0);
    }

    static Optional<Queue> queue(String key) {
        return Arrays.stream(Queue.values()).filter(queue -> queue.key().equals(key)).findFirst();
    }

    static String name(Queue queue) {
        return switch (queue) {
            case MINE -> "Mine";
            case UNASSIGNED -> "Unassigned";
            case OVERDUE -> "Overdue";
            case WAITING -> "Waiting for a producer";
            case TO_CLEAR -> "To clear";
            case TO_PUBLISH -> "To publish";
        };
    }

    private static String about(Queue queue) {
        return switch (queue) {
            case MINE -> "Assigned to you and not public yet";
            case UNASSIGNED -> "Nobody has taken them up";
            case OVERDUE -> "The day of the next action has passed";
            case WAITING -> "A question is open";
            case TO_CLEAR -> "Assessed; a second person looks";
            case TO_PUBLISH -> "Cleared or scheduled";
        };
    }
}
