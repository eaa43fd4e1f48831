package org.breachregister.web.desk;

import org.breachregister.core.casework.CorrectedField;
import org.breachregister.core.casework.Outcome;
import org.breachregister.core.casework.Redacted;
import org.breachregister.core.casework.TrackedCommitment.Status;
import org.breachregister.core.report.PlaceOfFailure.Party;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;

import java.util.stream.Collectors;

/// What the regulator's pages call things.
final class Named {

    private Named() {}

    static String producers(SubmittedReport report) {
        var names =
                report.producers().stream()
                        .map(one -> {
                            var canonical = one.canonical();
                            return canonical == null ? one.asWritten() : canonical;
                        })
                        .distinct()
                        .collect(Collectors.joining(", "));
        return names.isBlank() ? "Producer not known" : names;
    }

    static String output(SubmittedReport report) {
        var title = report.outputTitle();
        return title == null || title.isBlank() ? "Output not stated" : title;
    }

    static String field(CorrectedField field) {
        return switch (field) {
            case PRODUCERS -> "Producer";
            case OUTPUT_TITLE -> "Statistical output";
            case OUTPUT_SERIES -> "Series of the output";
            case OUTPUT_LINKS -> "Links to the output";
            case REPORT_DATE -> "Date of report";
            case OCCURRENCE_DATES -> "Date of occurrence";
            case REFERENCES -> "Principles and practices";
            case KIND -> "Kind of breach";
            case PLACE_OF_FAILURE -> "In whose hands";
            case STATEMENT_LINKS -> "Links to statements";
            case PREVIOUS_BREACHES -> "Earlier breaches mentioned";
        };
    }

    static String party(Party party) {
        return switch (party) {
            case PRODUCER -> "The producer’s own staff";
            case PRESS_OFFICE -> "Press office";
            case MINISTER -> "Minister’s private office or special adviser";
            case RECIPIENT -> "A body that received the statistics before release";
            case SUPPLIER -> "Supplier";
            case PUBLISHER -> "Those who run the web site or channel of publication";
        };
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case BREACH -> "A breach";
            case NOT_A_BREACH -> "Not a breach";
            case COVERED_BY_EXEMPTION -> "Covered by an approved exemption";
        };
    }

    static String reason(Redacted.Reason reason) {
        return switch (reason) {
            case PERSON -> "Name of a person";
            case EMAIL -> "E-mail address";
            case PHONE -> "Telephone number";
            case ADDRESS -> "Postal address";
            case ROLE -> "Role that tells who somebody is";
            case UNPUBLISHED_FIGURES -> "Figures not published yet";
            case SECURITY -> "Would help an attacker";
            case OTHER -> "Other";
        };
    }

    static String decision(Redacted.Decision decision) {
        return switch (decision) {
            case PROPOSED -> "Proposed";
            case REMOVED -> "Removed";
            case KEPT -> "Kept";
        };
    }

    static String section(Section section) {
        return switch (section) {
            case ACCOUNT -> "What happened";
            case REASONS -> "Why it happened";
            case IMPACT -> "Reactions and impact";
            case CORRECTIVE_ACTION -> "What was done about it";
            case STATEMENTS -> "Published statements";
            case SUPPORTING -> "Other material";
            case NARRATIVE -> "Account";
        };
    }

    static String status(Status status) {
        return switch (status) {
            case AWAITING_RESPONSE -> "Open: awaiting response";
            case RESPONSE_ACCEPTABLE -> "Open: response acceptable";
            case RESPONSE_UNACCEPTABLE -> "Open: response unacceptable";
            case DONE -> "Closed: done";
            case EXCEEDED -> "Closed: exceeded";
            case SUPERSEDED -> "Closed: superseded";
            case NOT_DONE -> "Closed: not done";
        };
    }

    static String relation(String relation) {
        return switch (relation) {
            case "same-event" -> "The same event";
            case "repeat" -> "Repeats it";
            case "related" -> "Related";
            case "not-related" -> "Nothing to do with it";
            default -> relation;
        };
    }

    /// What a step or deed of the record is called.
    static String step(String step) {
        return switch (step) {
            case "submit" -> "Submitted";
            case "take-up" -> "Taken up";
            case "ask" -> "Producer asked";
            case "answer" -> "Producer answered";
            case "go-on" -> "Went on without the answer";
            case "assess" -> "Assessed";
            case "reopen" -> "Opened again";
            case "clear" -> "Cleared for publication";
            case "schedule" -> "Scheduled";
            case "unschedule" -> "Taken off the schedule";
            case "void" -> "Approval void, because something changed";
            case "release" -> "Released";
            case "revise" -> "Opened again to revise or withdraw";
            default -> step;
        };
    }
}
