package org.breachregister.web.desk;

import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.Correction;
import org.breachregister.core.casework.CorrectedField;
import org.breachregister.core.report.Evidence;
import org.breachregister.core.report.SubmittedReport;
import org.breachregister.web.page.Certainty;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A field of a case: the words of the report beside what was made of them, by the machine and then
/// by persons.
///
/// @param words the words that were read, or null where the value stands for itself
/// @param place where they stand
/// @param now what the field holds
/// @param asRead what the machine read, where a person made something else of it
/// @param doubts sentences about why a person should look
/// @param confirmed whether a person looked at it
record FieldView(
        String key,
        String name,
        @Nullable String words,
        String place,
        @Nullable Certainty certainty,
        List<String> now,
        List<String> asRead,
        List<String> doubts,
        boolean confirmed,
        List<CorrectionView> corrections) {

    static List<FieldView> all(BreachCase one, List<Correction> corrections, FieldValues values) {
        return Arrays.stream(CorrectedField.values())
                .map(field -> of(one, corrections, field, values))
                .toList();
    }

    static FieldView of(
            BreachCase one,
            List<Correction> corrections,
            CorrectedField field,
            FieldValues values) {
        var evidence = one.read().evidence().get(evidenceKey(field));
        var now = FieldValues.now(one.read(), corrections, field);
        var asRead = FieldValues.asRead(one.read(), field);
        var corrected = !now.equals(asRead);
        var words = evidence == null || isPartOfOther(field) ? null : evidence.text().strip();
        var shown = shown(one.report(), field, now, values);
        return new FieldView(
                field.key(),
                Named.field(field),
                words == null || words.isEmpty() ? null : words,
                place(evidence),
                evidence == null || corrected ? null : Certainty.of(evidence.confidence()),
                shown,
                corrected ? shown(one.read(), field, asRead, values) : List.of(),
                corrected ? List.of() : doubts(one.read(), field),
                corrections.stream().anyMatch(made -> made.field() == field),
                corrections.stream()
                        .filter(made -> made.field() == field)
                        .map(made -> CorrectionView.of(made, values))
                        .toList());
    }

    private static String evidenceKey(CorrectedField field) {
        return isPartOfOther(field) ? CorrectedField.OUTPUT_TITLE.key() : field.key();
    }

    /// Whether it was read in the words of the output, which stand with the output's title.
    private static boolean isPartOfOther(CorrectedField field) {
        return field == CorrectedField.OUTPUT_SERIES || field == CorrectedField.OUTPUT_LINKS;
    }

    private static List<String> shown(
            SubmittedReport report, CorrectedField field, List<String> value, FieldValues values) {
        var shown = new ArrayList<>(values.shown(field, value));
        if (field == CorrectedField.PRODUCERS) {
            report.producers().stream()
                    .filter(producer -> producer.id() == null)
                    .forEach(producer -> shown.add(producer.asWritten() + " (not recognised)"));
        } else if (field == CorrectedField.REFERENCES) {
            report.references().stream()
                    .filter(reference -> reference.element() == null)
                    .forEach(reference -> shown.add(reference.asWritten() + " (not recognised)"));
        }
        return List.copyOf(shown);
    }

    private static List<String> doubts(SubmittedReport read, CorrectedField field) {
        return field == CorrectedField.REFERENCES
                ? read.references().stream()
                        .flatMap(reference -> Stream.ofNullable(reference.doubt()))
                        .distinct()
                        .toList()
                : List.of();
    }

    private static String place(@Nullable Evidence evidence) {
        if (evidence == null) {
            return "";
        }
        var label = evidence.label();
        var page = evidence.page();
        return (label == null ? "" : "Under “" + label.strip() + "”")
                + (page == null ? "" : (label == null ? "Page " : ", page ") + page);
    }

    /// A correction, or the confirmation of what was read.
    ///
    /// @param before what it replaced, or null for a confirmation
    record CorrectionView(
            String by,
            String at,
            @Nullable List<String> before,
            List<String> after,
            @Nullable String reason) {

        static CorrectionView of(Correction made, FieldValues values) {
            var same = made.before().equals(made.after());
            return new CorrectionView(
                    made.by().name(),
                    Words.moment(made.at()),
                    same ? null : values.shown(made.field(), made.before()),
                    values.shown(made.field(), made.after()),
                    made.reason());
        }
    }
}
