package org.breachregister.api;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The columns of the history of a producer's own records, in their order.
public enum OwnEventColumn implements Column<OwnEvent> {
    BREACH_ID(
            "Breach",
            ColumnType.TEXT,
            "Identifier of the breach.",
            null,
            event -> ColumnValue.text(event.breach().value())),
    AT(
            "When (UTC)",
            ColumnType.INSTANT,
            "When it happened.",
            null,
            event -> new ColumnValue.Moment(event.at())),
    EVENT(
            "What",
            ColumnType.TEXT,
            "What happened: a step of the case, a correction, a question, an answer, a supplement or a"
                    + " change of a commitment.",
            null,
            event -> ColumnValue.text(event.event())),
    BY(
            "Who",
            ColumnType.TEXT,
            "Who did it. People of the regulator are not named.",
            null,
            event -> ColumnValue.text(event.by())),
    SUBJECT(
            "About",
            ColumnType.TEXT,
            "The state that a step led to, the field that was corrected, the commitment, or the name of"
                    + " a file.",
            "It is about the case as a whole.",
            event -> ColumnValue.text(event.subject())),
    TEXT(
            "Words",
            ColumnType.TEXT,
            "The words of the question, answer, supplement, correction or reason.",
            "There are none.",
            event -> ColumnValue.text(event.text()));

    private final String label;
    private final ColumnType type;
    private final String description;
    private final @Nullable String whenEmpty;
    private final Function<OwnEvent, ColumnValue> value;

    OwnEventColumn(
            String label,
            ColumnType type,
            String description,
            @Nullable String whenEmpty,
            Function<OwnEvent, ColumnValue> value) {
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
    public ColumnValue of(OwnEvent row) {
        return value.apply(row);
    }
}
