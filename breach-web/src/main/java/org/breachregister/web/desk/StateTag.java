package org.breachregister.web.desk;

import org.breachregister.core.casework.CaseState;

/// A case's state as a tag.
///
/// @param words what it says
/// @param style the class that colours it
record StateTag(String words, String style) {

    static StateTag of(CaseState state) {
        return switch (state) {
            case DRAFT -> new StateTag("Draft", "govuk-tag--grey");
            case SUBMITTED -> new StateTag("Submitted", "govuk-tag--blue");
            case UNDER_ASSESSMENT -> new StateTag("Under assessment", "govuk-tag--light-blue");
            case WAITING_FOR_PRODUCER ->
                    new StateTag("Waiting for the producer", "govuk-tag--yellow");
            case ASSESSED -> new StateTag("Assessed", "govuk-tag--purple");
            case CLEARED -> new StateTag("Cleared", "govuk-tag--turquoise");
            case SCHEDULED -> new StateTag("Scheduled", "govuk-tag--turquoise");
            case PUBLISHED -> new StateTag("Published", "govuk-tag--green");
            case REVISED -> new StateTag("Published, revised", "govuk-tag--green");
            case WITHDRAWN -> new StateTag("Withdrawn", "govuk-tag--grey");
        };
    }
}
