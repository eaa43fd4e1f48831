package org.breachregister.web.producer;

import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Outcome;
import org.jspecify.annotations.Nullable;

/// Where a case stands, in a producer's words.
///
/// @param words what the tag says
/// @param style the class that colours it
/// @param next what happens next, as sentences
record Standing(String words, String style, String next) {

    static Standing of(BreachCase theCase) {
        return switch (theCase.state()) {
            case DRAFT -> new Standing("Draft", "govuk-tag--grey", "It has not been sent yet.");
            case SUBMITTED ->
                    new Standing(
                            "Received",
                            "govuk-tag--blue",
                            "The regulator has your report. A person will look at it. You are told here when that begins, and when there is a question for you.");
            case UNDER_ASSESSMENT ->
                    new Standing(
                            "Being assessed",
                            "govuk-tag--light-blue",
                            "The regulator is looking at your report. There is nothing for you to do, unless you have something to add.");
            case WAITING_FOR_PRODUCER ->
                    new Standing(
                            "Waiting for you",
                            "govuk-tag--yellow",
                            "The regulator has asked you something, and goes on when you have answered.");
            case ASSESSED, CLEARED, SCHEDULED ->
                    new Standing("Assessed", "govuk-tag--purple", found(theCase.outcome()));
            case PUBLISHED ->
                    new Standing(
                            "Published",
                            "govuk-tag--green",
                            "It is in the public register. You can still add what happens later.");
            case REVISED ->
                    new Standing(
                            "Published, revised",
                            "govuk-tag--green",
                            "A revised version is in the public register. You can still add what happens later.");
            case WITHDRAWN ->
                    new Standing(
                            "Withdrawn",
                            "govuk-tag--grey",
                            "It was taken off the public register. A note that it once stood there remains.");
        };
    }

    private static String found(@Nullable Outcome outcome) {
        if (outcome == null) {
            return "The regulator has assessed your report.";
        }
        return switch (outcome) {
            case BREACH ->
                    "The regulator found that it is a breach. Before it is published, a second person checks exactly what will be public, and personal data are removed.";
            case NOT_A_BREACH -> "The regulator found that it is not a breach of the Code.";
            case COVERED_BY_EXEMPTION ->
                    "The regulator found that an exemption, approved beforehand, covers it.";
        };
    }
}
