package org.breachregister.web.desk;

import org.jspecify.annotations.Nullable;

/// What a page says about the change that led to it. The address carries a word of this list, never
/// anything that a person wrote.
final class Done {

    private Done() {}

    static @Nullable String words(@Nullable String key) {
        return switch (key == null ? "" : key) {
            case "taken-up" -> "You have taken the case up. It is yours now.";
            case "planned" -> "Who does what next is saved.";
            case "confirmed" -> "The field is confirmed.";
            case "corrected" -> "The field is changed.";
            case "asked" -> "The question is sent to the producer.";
            case "gone-on" -> "The case goes on without the answer.";
            case "noted" -> "The note is kept.";
            case "attached" -> "The file is attached.";
            case "linked" -> "The link is kept.";
            case "unlinked" -> "The link is removed.";
            case "decided" -> "The decision is kept.";
            case "undone" -> "The decision is undone.";
            case "assessed" -> "The assessment is kept. A second person can clear the case now.";
            case "reopened" -> "The assessment is open again.";
            case "cleared" -> "The case is cleared for publication.";
            case "scheduled" -> "The release is scheduled.";
            case "unscheduled" -> "The release is off the schedule. The case stays cleared.";
            case "revised" -> "The case is open again. What is public stays so meanwhile.";
            case "promised" -> "The commitment is kept.";
            default -> null;
        };
    }
}
