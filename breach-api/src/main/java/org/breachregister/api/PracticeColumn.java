package org.breachregister.api;

import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The columns of the practices table, in their order: one row for each breach and each place of
/// the Code that its report cites.
public enum PracticeColumn implements Column<PracticeRow> {
    BREACH_ID(
            "Breach",
            ColumnType.TEXT,
            "Identifier of the breach in the register.",
            null,
            row -> ColumnValue.text(row.breach().value())),
    CODE_EDITION(
            "Edition of the Code",
            ColumnType.TEXT,
            "Edition of the Code of Practice that the reference is to; PRA stands for the"
                    + " pre-release access Orders.",
            Words.NOT_RECOGNISED,
            row -> ColumnValue.text(row.edition() == null ? null : row.edition().value())),
    REFERENCE(
            "Reference",
            ColumnType.TEXT,
            "What the report cites, by its number in that edition: a practice, or a whole"
                    + " principle, protocol or standard.",
            Words.NOT_RECOGNISED,
            row -> number(row.element())),
    REFERENCE_TITLE(
            "Title of the reference",
            ColumnType.TEXT,
            "Its title or, where it has none, a few words on what it is about.",
            "Nothing was recognised, or no title is known.",
            row -> ColumnValue.text(row.title())),
    PRINCIPLE(
            "Principle",
            ColumnType.TEXT,
            "The principle, protocol or standard that the reference belongs to.",
            "Nothing was recognised, or the reference stands under no principle.",
            row -> number(row.principle())),
    PRINCIPLE_TITLE(
            "Title of the principle",
            ColumnType.TEXT,
            "The title of that principle, protocol or standard.",
            "There is no principle, or its title is not known.",
            row -> ColumnValue.text(row.principleTitle())),
    REFERENCE_AS_REPORTED(
            "Reference as reported",
            ColumnType.TEXT,
            "The reference in the words of the report.",
            "The report came as structured data without words.",
            row -> ColumnValue.text(row.asReported())),
    COUNTERPART_1_0(
            "Counterpart in edition 1.0",
            ColumnType.LIST,
            "What stands in its place in edition 1.0 of the Code (2009).",
            Words.NO_COUNTERPART,
            row -> ColumnValue.texts(row.counterpartsIn(EditionId.E1_0))),
    COUNTERPART_2_1(
            "Counterpart in edition 2.1",
            ColumnType.LIST,
            "What stands in its place in edition 2.1 of the Code (2022); edition 2.0 numbers"
                    + " are the same.",
            Words.NO_COUNTERPART,
            row -> ColumnValue.texts(row.counterpartsIn(EditionId.E2_1))),
    COUNTERPART_3_0(
            "Counterpart in edition 3.0",
            ColumnType.LIST,
            "What stands in its place in edition 3.0 of the Code (2025).",
            Words.NO_COUNTERPART,
            row -> ColumnValue.texts(row.counterpartsIn(EditionId.E3_0)));

    private final String label;
    private final ColumnType type;
    private final String description;
    private final @Nullable String whenEmpty;
    private final Function<PracticeRow, ColumnValue> value;

    PracticeColumn(
            String label,
            ColumnType type,
            String description,
            @Nullable String whenEmpty,
            Function<PracticeRow, ColumnValue> value) {
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
    public ColumnValue of(PracticeRow row) {
        return value.apply(row);
    }

    private static ColumnValue number(@Nullable ElementId element) {
        return ColumnValue.text(element == null ? null : element.ref());
    }

    /// Sentences that several columns share.
    private static final class Words {
        static final String NOT_RECOGNISED =
                "The words of the report could not be matched to the Code for certain.";
        static final String NO_COUNTERPART =
                "Nothing was recognised, or that edition has no counterpart.";
    }
}
