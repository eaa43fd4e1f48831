package org.breachregister.api;

import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.TrackedCommitment;
import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// The columns of a producer's own records, in their order. Nothing is redacted in them.
public enum OwnRecordColumn implements Column<OwnRecord> {
    BREACH_ID(
            "Breach",
            ColumnType.TEXT,
            "Identifier of the breach, for ever: the year in which it was reported and a serial.",
            null,
            own -> ColumnValue.text(own.breach().id().value())),
    STATE(
            "State",
            ColumnType.TEXT,
            "Where the case stands: submitted, under-assessment, waiting-for-producer, assessed,"
                    + " cleared, scheduled, published, revised or withdrawn.",
            null,
            own -> ColumnValue.text(own.breach().state().key())),
    OUTCOME(
            "Outcome",
            ColumnType.TEXT,
            "What the regulator found: breach, not-a-breach or covered-by-exemption.",
            "The case is not assessed yet.",
            own -> {
                var outcome = own.breach().outcome();
                return ColumnValue.text(outcome == null ? null : outcome.key());
            }),
    RECEIVED_AT(
            "Received (UTC)",
            ColumnType.INSTANT,
            "When the report was received.",
            null,
            own -> new ColumnValue.Moment(own.breach().receivedAt())),
    PUBLISHED_AT(
            "Published (UTC)",
            ColumnType.INSTANT,
            "When the breach was first public.",
            "It is not public.",
            own -> {
                var at = own.publishedAt();
                return at == null ? new ColumnValue.Missing() : new ColumnValue.Moment(at);
            }),
    PRODUCER(
            "Producer",
            ColumnType.LIST,
            "Official name of the body or bodies that produce the statistics.",
            "No body was recognised for certain; see producer_as_reported.",
            own ->
                    ColumnValue.texts(
                            own.breach().report().producers().stream()
                                    .map(ReportedProducer::canonical)
                                    .filter(Objects::nonNull)
                                    .toList())),
    PRODUCER_AS_REPORTED(
            "Producer as reported",
            ColumnType.LIST,
            "The producer in the words of the report.",
            "The report names none.",
            own ->
                    ColumnValue.texts(
                            own.breach().report().producers().stream()
                                    .map(ReportedProducer::asWritten)
                                    .toList())),
    OUTPUT(
            "Statistical output",
            ColumnType.TEXT,
            "Title of the statistics concerned.",
            "The report gives none.",
            own -> ColumnValue.text(own.breach().report().outputTitle())),
    OUTPUT_LINK(
            "Links to the output",
            ColumnType.LINKS,
            "Links to the statistics concerned.",
            "The report gives none.",
            own -> ColumnValue.texts(own.breach().report().outputLinks())),
    PRACTICES(
            "Places of the Code",
            ColumnType.LIST,
            "Places of the Code of Practice for Statistics, each with its edition.",
            "None was recognised; see practices_as_reported.",
            own ->
                    ColumnValue.texts(
                            own.breach().report().references().stream()
                                    .map(CitedReference::element)
                                    .filter(Objects::nonNull)
                                    .map(ElementId::toString)
                                    .toList())),
    PRACTICES_AS_REPORTED(
            "Places of the Code as reported",
            ColumnType.LIST,
            "References to the Code in the words of the report.",
            "The report gives none.",
            own ->
                    ColumnValue.texts(
                            own.breach().report().references().stream()
                                    .map(CitedReference::asWritten)
                                    .toList())),
    OCCURRED_FROM(
            "Occurred from",
            ColumnType.DATE,
            "First day on which the breach occurred.",
            "The report gives none.",
            own ->
                    ColumnValue.day(
                            own.breach().report().occurrenceDates().stream()
                                    .sorted()
                                    .findFirst()
                                    .orElse(null))),
    OCCURRED_TO(
            "Occurred to",
            ColumnType.DATE,
            "Last day on which the breach occurred.",
            "The report gives none.",
            own ->
                    ColumnValue.day(
                            own.breach().report().occurrenceDates().stream()
                                    .sorted()
                                    .reduce((_, later) -> later)
                                    .orElse(null))),
    REPORTED_ON(
            "Reported on",
            ColumnType.DATE,
            "The day that the report bears.",
            "The report bears none.",
            own -> ColumnValue.day(own.breach().report().reportDate())),
    KIND(
            "Kind",
            ColumnType.TEXT,
            "Kind of breach, from a closed list.",
            "None was recognised.",
            own -> ColumnValue.text(own.breach().report().kind())),
    WHERE_IT_HAPPENED(
            "Where it happened",
            ColumnType.TEXT,
            "Whose hands the breach happened in.",
            "In the producer's own hands, or not known.",
            own -> ColumnValue.text(own.breach().report().whereItHappened())),
    ACCOUNT(
            "What happened",
            ColumnType.TEXT,
            "What happened, as written; of a report with one free text, all of it.",
            "The report does not say.",
            own -> {
                var narrative = section(own, Section.NARRATIVE);
                return narrative instanceof ColumnValue.Missing
                        ? section(own, Section.ACCOUNT)
                        : narrative;
            }),
    REASONS(
            "Reasons",
            ColumnType.TEXT,
            "Why it happened, as written.",
            "The report does not say.",
            own -> section(own, Section.REASONS)),
    IMPACT(
            "Reactions and impact",
            ColumnType.TEXT,
            "Reactions and impact, as written.",
            "The report does not say.",
            own -> section(own, Section.IMPACT)),
    CORRECTIVE_ACTIONS(
            "Corrective actions",
            ColumnType.TEXT,
            "What was done about it, as written.",
            "The report does not say.",
            own -> section(own, Section.CORRECTIVE_ACTION)),
    STATEMENTS(
            "Published statements",
            ColumnType.TEXT,
            "Links to published statements, or words about them, as written.",
            "The report gives none.",
            own -> section(own, Section.STATEMENTS)),
    PREVIOUS_BREACHES(
            "Previous breaches",
            ColumnType.LIST,
            "Earlier breaches that the report mentions.",
            "The report mentions none.",
            own -> ColumnValue.texts(own.breach().report().previousBreaches())),
    OPEN_QUESTIONS(
            "Open questions",
            ColumnType.INTEGER,
            "How many questions of the regulator have no later answer.",
            null,
            own -> ColumnValue.whole(openQuestions(own))),
    OPEN_COMMITMENTS(
            "Open commitments",
            ColumnType.LIST,
            "What was promised and is not closed, with the day it falls due.",
            "Nothing is open.",
            own ->
                    ColumnValue.texts(
                            own.commitments().stream()
                                    .filter(one -> one.status().isOpen())
                                    .map(OwnRecordColumn::inWords)
                                    .toList())),
    CLOSED_COMMITMENTS(
            "Closed commitments",
            ColumnType.LIST,
            "What was promised and is closed, with how it ended: done, exceeded, superseded or"
                    + " not-done.",
            "Nothing is closed.",
            own ->
                    ColumnValue.texts(
                            own.commitments().stream()
                                    .filter(one -> !one.status().isOpen())
                                    .map(one -> "%s (%s)".formatted(one.text(), one.status().key()))
                                    .toList())),
    LAST_CHANGED(
            "Last changed (UTC)",
            ColumnType.INSTANT,
            "When the case was last changed.",
            null,
            own -> new ColumnValue.Moment(own.breach().changedAt()));

    private final String label;
    private final ColumnType type;
    private final String description;
    private final @Nullable String whenEmpty;
    private final Function<OwnRecord, ColumnValue> value;

    OwnRecordColumn(
            String label,
            ColumnType type,
            String description,
            @Nullable String whenEmpty,
            Function<OwnRecord, ColumnValue> value) {
        this.label = label;
        this.type = type;
        this.description = description;
        this.whenEmpty = whenEmpty;
        this.value = value;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public ColumnType type() {
        return type;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Optional<String> whenEmpty() {
        return Optional.ofNullable(whenEmpty);
    }

    @Override
    public ColumnValue of(OwnRecord row) {
        return value.apply(row);
    }

    private static ColumnValue section(OwnRecord own, Section section) {
        return ColumnValue.text(own.breach().report().sections().get(section));
    }

    private static long openQuestions(OwnRecord own) {
        var open = 0L;
        for (var message : own.messages()) {
            open =
                    switch (message.kind()) {
                        case QUESTION -> open + 1;
                        case ANSWER -> 0;
                        case SUPPLEMENT -> open;
                    };
        }
        return own.breach().state() == CaseState.WAITING_FOR_PRODUCER ? open : 0;
    }

    private static String inWords(TrackedCommitment commitment) {
        var due = commitment.due();
        return due == null ? commitment.text() : "%s (due %s)".formatted(commitment.text(), due);
    }
}
