package org.breachregister.api;

import org.breachregister.core.code.CodeElement.Kind;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecord.NamedProducer;
import org.breachregister.core.publication.PublicRecord.NamedReference;
import org.breachregister.core.publication.PublicRecord.Promise;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// The columns of the register's main table, in their order. Of a withdrawn breach only the columns
/// that identify it are filled.
public enum RegisterColumn implements Column<RegisterRow> {
    BREACH_ID(
            "Breach",
            ColumnType.TEXT,
            "Identifier of the breach, for ever: the year in which it was reported and a serial.",
            row -> ColumnValue.text(row.breach().id().value())),
    STATUS(
            "Status",
            ColumnType.TEXT,
            "published, revised or withdrawn. Of a withdrawn breach only breach_id, status,"
                    + " version, published_at and last_changed are given.",
            row -> ColumnValue.text(row.breach().status().key())),
    VERSION(
            "Version",
            ColumnType.INTEGER,
            "Version of the record, from 1; every revision adds one.",
            row -> ColumnValue.whole((long) row.breach().version())),
    PUBLISHED_AT(
            "Published (UTC)",
            ColumnType.INSTANT,
            "When the breach was first published.",
            row -> new ColumnValue.Moment(row.breach().publishedAt())),
    PRODUCER(
            "Producer",
            ColumnType.LIST,
            "Official name, at the time, of the body or bodies that produce the statistics.",
            "The body was not recognised for certain; see producer_as_reported.",
            row -> producers(row.record(), NamedProducer::name)),
    PRODUCER_AS_REPORTED(
            "Producer as reported",
            ColumnType.LIST,
            "The producer in the words of the report.",
            "The report names none.",
            row -> producers(row.record(), NamedProducer::asReported)),
    PRODUCER_GROUP(
            "Producer today",
            ColumnType.LIST,
            "The body that carries on that producer's work today.",
            "The body was not recognised for certain, or its work is not carried on by one body.",
            row -> producers(row.record(), NamedProducer::group)),
    NATION(
            "Nation",
            ColumnType.LIST,
            "The nation or nations that the producer serves.",
            "The body was not recognised for certain.",
            row -> producers(row.record(), NamedProducer::nation)),
    OUTPUT(
            "Statistical output",
            ColumnType.TEXT,
            "Title of the statistics concerned.",
            "The report gives none.",
            row -> ColumnValue.text(row.record().output())),
    OUTPUT_SERIES(
            "Output series",
            ColumnType.TEXT,
            "Title of the series that the statistics belong to, without period or edition.",
            "The report gives no title.",
            row -> ColumnValue.text(row.record().outputSeries())),
    OUTPUT_LINK(
            "Link to the output",
            ColumnType.LINKS,
            "Web address of the statistics.",
            "The report gives none.",
            row -> ColumnValue.texts(row.record().outputLinks())),
    CODE_EDITION(
            "Edition of the Code",
            ColumnType.TEXT,
            "Edition of the Code of Practice in force when the breach occurred.",
            "The day of the breach is not known, or lies before the first edition.",
            row ->
                    ColumnValue.text(
                            row.record().edition() == null
                                    ? null
                                    : row.record().edition().value())),
    PRINCIPLES(
            "Principles",
            ColumnType.LIST,
            "Principles, protocols or standards of the Code that were breached, by the number in"
                    + " code_edition; a number of another edition names it in brackets.",
            "The report cites none that was recognised.",
            RegisterColumn::principles),
    PRACTICES(
            "Practices",
            ColumnType.LIST,
            "Practices of the Code, and pre-release access Orders, that were breached, numbered"
                    + " in the same way.",
            "The report cites none that was recognised.",
            RegisterColumn::practices),
    PRACTICES_AS_REPORTED(
            "Practices as reported",
            ColumnType.LIST,
            "The references to the Code in the words of the report.",
            "The report cites none.",
            row ->
                    ColumnValue.texts(
                            row.record().references().stream()
                                    .map(NamedReference::asReported)
                                    .toList())),
    OCCURRED_FROM(
            "Occurred from",
            ColumnType.DATE,
            "First day on which the breach occurred.",
            "The report gives no day.",
            row -> ColumnValue.day(row.record().occurredFrom())),
    OCCURRED_TO(
            "Occurred to",
            ColumnType.DATE,
            "Last day on which the breach occurred; the same as occurred_from for a single day.",
            "The report gives no day.",
            row -> ColumnValue.day(row.record().occurredTo())),
    REPORTED_ON(
            "Reported",
            ColumnType.DATE,
            "Day of the report.",
            "The report bears no date.",
            row -> ColumnValue.day(row.record().reportedOn())),
    DAYS_TO_REPORT(
            "Time to report (days)",
            ColumnType.INTEGER,
            "Days from occurred_to to reported_on; negative where the report bears the earlier"
                    + " date.",
            "One of the two days is not known.",
            row -> ColumnValue.whole(row.record().daysToReport())),
    KIND(
            "Kind of breach",
            ColumnType.TEXT,
            "Kind of breach from a fixed list.",
            "Nothing in the report suggests one.",
            row -> ColumnValue.text(row.record().kind())),
    WHERE_IT_HAPPENED(
            "Where it happened",
            ColumnType.TEXT,
            "Place of the failure as stated.",
            "Among the producer's own staff, or not known.",
            row -> ColumnValue.text(row.record().whereItHappened())),
    ACCOUNT(
            "Account",
            ColumnType.TEXT,
            "What happened, in the words of the report; personal data is replaced by a marker.",
            "The report says nothing under this heading.",
            row -> ColumnValue.text(row.record().account())),
    REASONS(
            "Reasons",
            ColumnType.TEXT,
            "Why it happened, in the words of the report.",
            "The report says nothing under this heading.",
            row -> ColumnValue.text(row.record().reasons())),
    IMPACT(
            "Impact",
            ColumnType.TEXT,
            "Reactions and impact, in the words of the report.",
            "The report says nothing under this heading.",
            row -> ColumnValue.text(row.record().impact())),
    CORRECTIVE_ACTIONS(
            "Corrective actions",
            ColumnType.TEXT,
            "What was done about it, in the words of the report.",
            "The report says nothing under this heading.",
            row -> ColumnValue.text(row.record().correctiveActions())),
    STATEMENT_LINKS(
            "Links to statements",
            ColumnType.LINKS,
            "Web addresses of statements published about the breach.",
            "The report gives none.",
            row -> ColumnValue.texts(row.record().statementLinks())),
    PREVIOUS_BREACHES(
            "Previous breaches",
            ColumnType.LIST,
            "Earlier breaches that the report mentions, in its words.",
            "The report mentions none.",
            row -> ColumnValue.texts(row.record().previousBreaches())),
    REPEAT_OF(
            "Repeat of",
            ColumnType.LIST,
            "Earlier breaches by the same producer (its predecessors and successors included) at"
                    + " the same output series against the same practice or its counterpart,"
                    + " newest first.",
            "No such earlier breach is on the register.",
            row -> ColumnValue.texts(row.repeatOf().stream().map(BreachId::value).toList())),
    OPEN_COMMITMENTS(
            "Open commitments",
            ColumnType.LIST,
            "Promises made in the report, in its words, with the day they fall due in brackets"
                    + " where it can be told.",
            "The report makes none.",
            row ->
                    ColumnValue.texts(
                            row.record().commitments().stream()
                                    .map(RegisterColumn::promise)
                                    .toList())),
    LAST_CHANGED(
            "Last changed (UTC)",
            ColumnType.INSTANT,
            "When this version of the record was published.",
            row -> new ColumnValue.Moment(row.breach().lastChanged()));

    private final String label;
    private final ColumnType type;
    private final String description;
    private final @Nullable String whenEmpty;
    private final Function<RegisterRow, ColumnValue> value;

    /// A column that is always filled, for a withdrawn breach too.
    RegisterColumn(
            String label,
            ColumnType type,
            String description,
            Function<RegisterRow, ColumnValue> value) {
        this(label, type, description, null, value);
    }

    /// A column that is empty for a withdrawn breach.
    RegisterColumn(
            String label,
            ColumnType type,
            String description,
            @Nullable String whenEmpty,
            Function<RegisterRow, ColumnValue> value) {
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
    public ColumnValue of(RegisterRow row) {
        if (whenEmpty != null && row.withdrawn()) {
            return type == ColumnType.LIST || type == ColumnType.LINKS
                    ? new ColumnValue.Texts(List.of())
                    : new ColumnValue.Missing();
        }
        return value.apply(row);
    }

    private static ColumnValue producers(
            PublicRecord record, Function<NamedProducer, @Nullable String> part) {
        return ColumnValue.texts(
                record.producers().stream().map(part).filter(Objects::nonNull).toList());
    }

    private static ColumnValue principles(RegisterRow row) {
        return ColumnValue.texts(
                row.practices().stream()
                        .map(PracticeRow::principle)
                        .filter(Objects::nonNull)
                        .map(element -> number(element, row.record().edition()))
                        .toList());
    }

    private static ColumnValue practices(RegisterRow row) {
        return ColumnValue.texts(
                row.practices().stream()
                        .filter(practice -> isBelowPrinciples(practice.kind()))
                        .map(PracticeRow::element)
                        .filter(Objects::nonNull)
                        .map(element -> number(element, row.record().edition()))
                        .toList());
    }

    private static boolean isBelowPrinciples(@Nullable Kind kind) {
        if (kind == null) {
            return true;
        }
        return switch (kind) {
            case PRACTICE, ORDER -> true;
            case PILLAR, CORE_PRINCIPLE, PRINCIPLE, PROTOCOL, STANDARD -> false;
        };
    }

    /// The number of an element as a reader of `inForce` understands it.
    private static String number(ElementId element, @Nullable EditionId inForce) {
        var edition = element.edition();
        return edition.equals(inForce) || edition.equals(EditionId.PRA)
                ? element.ref()
                : "%s (edition %s)".formatted(element.ref(), edition);
    }

    private static String promise(Promise promise) {
        LocalDate due = promise.due();
        return due == null
                ? promise.text()
                : "%s (due %s)"
                        .formatted(promise.text(), DateTimeFormatter.ISO_LOCAL_DATE.format(due));
    }
}
