package org.breachregister.web.desk;

import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.Message;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.LikelyDuplicate;
import org.breachregister.core.report.Anomaly;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A case as its first page shows it.
///
/// @param release when it becomes public, or null where that is not set
/// @param question the open question to the producer, or null
/// @param doubts sentences about what a person should look at
/// @param others what was read and cannot be corrected: names and words
record CaseView(
        NextSteps steps,
        String received,
        String changed,
        @Nullable String assignee,
        @Nullable String nextAction,
        @Nullable String nextActionOn,
        boolean overdue,
        @Nullable String outcome,
        @Nullable String outcomeReason,
        @Nullable String exemption,
        @Nullable String release,
        @Nullable MessageView question,
        List<String> doubts,
        List<Likely> duplicates,
        List<FieldView> fields,
        Map<String, String> others,
        List<Part> parts,
        @Nullable String publicHref) {

    private static final Map<String, String> OTHERS = new LinkedHashMap<>();

    static {
        OTHERS.put("submitter", "Submitted by");
        OTHERS.put("contact", "Person dealing with the report");
        OTHERS.put("headOfProfession", "Head of Profession or Lead Official");
        OTHERS.put("occurrences", "Times of occurrence");
        OTHERS.put("exposure", "How early, late or long");
        OTHERS.put("peopleReached", "People reached");
        OTHERS.put("whereItHappened", "Where it happened");
    }

    static CaseView of(BreachCase one, Cases cases, FieldValues values, Desk pages) {
        var desk = one.regulator();
        var today = pages.today();
        if (desk == null) {
            throw new IllegalArgumentException("Not a case of the regulator's: " + one.id());
        }
        var on = desk.nextActionOn();
        var outcome = one.outcome();
        var evidence = one.read().evidence();
        var others = new LinkedHashMap<String, String>();
        OTHERS.forEach((key, name) -> {
            var words = evidence.get(key);
            if (words != null && !words.text().isBlank()) {
                others.put(name, words.text().strip());
            }
        });
        return new CaseView(
                NextSteps.of(one, Acting.current(), pages.nothingToPublish(one)),
                Words.moment(one.receivedAt()),
                Words.moment(one.changedAt()),
                desk.assigneeName(),
                desk.nextAction(),
                Times.dayOrNull(on),
                on != null && on.isBefore(today),
                outcome == null ? null : Named.outcome(outcome),
                desk.outcomeReason(),
                desk.exemption(),
                cases.release(one.id()).map(release -> Times.moment(release.at())).orElse(null),
                openQuestion(one, cases),
                Stream.concat(
                                one.read().anomalies().stream().map(Anomaly::message),
                                one.read().remarks().stream())
                        .distinct()
                        .toList(),
                desk.duplicates().stream().map(Likely::of).toList(),
                FieldView.all(one, cases.corrections(one.id()), values),
                others,
                one.report().sections().entrySet().stream()
                        .filter(section -> !section.getValue().isBlank())
                        .map(section ->
                                new Part(
                                        section.getKey().key(),
                                        Named.section(section.getKey()),
                                        section.getValue()))
                        .toList(),
                one.state().isPublic() ? "/breaches/" + one.id() : null);
    }

    private static @Nullable MessageView openQuestion(BreachCase one, Cases cases) {
        return switch (one.state()) {
            case WAITING_FOR_PRODUCER ->
                    cases.messages(one.id()).stream()
                            .filter(message -> message.kind() == Message.Kind.QUESTION)
                            .reduce((_, later) -> later)
                            .map(message -> MessageView.of(message, one))
                            .orElse(null);
            default -> null;
        };
    }

    /// A case that it looks like.
    record Likely(String id, String href, String percent, String message, boolean strong) {

        static Likely of(LikelyDuplicate likely) {
            return new Likely(
                    likely.of().value(),
                    Desk.CASES + "/" + likely.of(),
                    Math.round(likely.confidence() * 100) + "%",
                    likely.message(),
                    likely.strong());
        }
    }

    /// A part of the report that is running text.
    record Part(String id, String heading, String text) {}
}
