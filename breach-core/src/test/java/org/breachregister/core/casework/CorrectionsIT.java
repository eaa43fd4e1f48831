package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachregister.core.casework.CaseworkFixture.HEALTH;
import static org.breachregister.core.casework.CaseworkFixture.JUSTICE;
import static org.breachregister.core.casework.CaseworkFixture.WHY;
import static org.breachregister.core.casework.CaseworkFixture.as;
import static org.breachregister.core.casework.CaseworkFixture.done;
import static org.breachregister.core.casework.CaseworkFixture.refused;
import static org.breachregister.core.casework.Change.Reason.INVALID;

import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// What persons make of what was read.
class CorrectionsIT {

    private final CaseworkFixture at = new CaseworkFixture();
    private final BreachId id = at.in(CaseState.UNDER_ASSESSMENT);

    private Change correct(CorrectedField field, @Nullable String why, String... values) {
        return as(
                at.caseworker,
                () ->
                        at.casework.correct(
                                at.caseworker, id, at.revision(id), field, List.of(values), why));
    }

    @Test
    void standBesideWhatWasRead() {
        done(correct(CorrectedField.OUTPUT_TITLE, WHY, " The right title "));
        done(correct(CorrectedField.OUTPUT_TITLE, "Typing mistake", "The right titles"));

        var it = at.seen(at.producer, id);
        assertThat(it.read().outputTitle()).isEqualTo("Statistic 1, March 2025");
        assertThat(it.report().outputTitle()).isEqualTo("The right titles");
        assertThat(at.seen(at.analyst, id).report()).isEqualTo(it.report());
        assertThat(as(at.analyst, () -> at.cases.corrections(id)))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.before()).containsExactly("Statistic 1, March 2025");
                            assertThat(first.after()).containsExactly("The right title");
                            assertThat(first.reason()).isEqualTo(WHY);
                            assertThat(first.by().name()).isEqualTo("Cat Caseworker");
                        },
                        second -> {
                            assertThat(second.before()).containsExactly("The right title");
                            assertThat(second.after()).containsExactly("The right titles");
                        });
        assertThat(as(at.producer, () -> at.cases.corrections(id)))
                .allSatisfy(one -> assertThat(one.by().name()).isEqualTo("The regulator"));
    }

    @Test
    void everyFieldCanBeCorrectedAndEmptied() {
        for (var field : CorrectedField.values()) {
            var value =
                    switch (field) {
                        case PRODUCERS -> HEALTH.value();
                        case OUTPUT_TITLE, OUTPUT_SERIES, PREVIOUS_BREACHES -> "Some words";
                        case OUTPUT_LINKS, STATEMENT_LINKS -> "https://example.org/x?a=b&c=%20#d";
                        case REPORT_DATE, OCCURRENCE_DATES -> "2024-02-29";
                        case REFERENCES -> "2.0 T3.4";
                        case KIND -> "late publication";
                        case PLACE_OF_FAILURE -> "pressOffice";
                    };
            done(correct(field, WHY, value));
            var report = at.seen(at.analyst, id).report();
            if (field != CorrectedField.OUTPUT_SERIES) {
                assertThat(Corrections.value(report, field)).as(field.key()).containsExactly(value);
            }
            done(correct(field, WHY));
            if (field != CorrectedField.OUTPUT_SERIES) {
                assertThat(Corrections.value(at.seen(at.analyst, id).report(), field)).isEmpty();
            }
            assertThat(as(at.analyst, () -> at.cases.preview(id))).isPresent();
        }
    }

    @Test
    void reachWhatWillBePublic() {
        done(correct(CorrectedField.OUTPUT_SERIES, WHY, "The series"));
        done(correct(CorrectedField.STATEMENT_LINKS, WHY, "https://example.org/statement"));
        done(correct(CorrectedField.REFERENCES, WHY, "2.0 T3.4"));
        done(correct(CorrectedField.PRODUCERS, WHY, HEALTH.value()));

        var record = as(at.analyst, () -> at.cases.preview(id)).orElseThrow().record();
        assertThat(record.outputSeries()).isEqualTo("The series");
        assertThat(record.statementLinks()).containsExactly("https://example.org/statement");
        assertThat(record.references())
                .singleElement()
                .satisfies(one -> assertThat(String.valueOf(one.element())).isEqualTo("2.0 T3.4"));
        assertThat(record.producers())
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(HEALTH));
    }

    @Test
    void needAReasonUnlessTheyConfirm() {
        assertThat(refused(correct(CorrectedField.KIND, " ", "late publication"), INVALID))
                .contains("needs a reason");
        done(correct(CorrectedField.KIND, null, "early sight or leak to press"));
        assertThat(as(at.analyst, () -> at.cases.corrections(id)))
                .singleElement()
                .satisfies(one -> assertThat(one.after()).isEqualTo(one.before()));
        assertThat(at.seen(at.analyst, id).report()).isEqualTo(at.seen(at.analyst, id).read());
    }

    @Test
    void ofTheProducersOpenTheCaseToThemAndCloseItToOthers() {
        done(correct(CorrectedField.PRODUCERS, WHY, HEALTH.value(), JUSTICE.value()));
        assertThat(at.seen(at.stranger, id).bodies()).containsExactlyInAnyOrder(HEALTH, JUSTICE);
        assertThat(at.seen(at.producer, id).report().producers())
                .extracting(ReportedProducer::asWritten)
                .containsExactly("Department of Health and Social Care", "MoJ");

        done(correct(CorrectedField.PRODUCERS, WHY, HEALTH.value()));
        assertThat(as(at.producer, () -> at.cases.find(at.producer, id))).isEmpty();
        assertThat(at.seen(at.stranger, id).report().producers())
                .as("the words that were read for the one that it is not")
                .extracting(ReportedProducer::asWritten)
                .containsExactly("MoJ");
    }

    @Test
    void confirmingTheProducersOpensTheCaseToThem() {
        at.sql.change("update breach set bodies = '{}' where id = ?", id.value());
        assertThat(as(at.producer, () -> at.cases.find(at.producer, id))).isEmpty();

        done(correct(CorrectedField.PRODUCERS, null, JUSTICE.value()));

        assertThat(at.seen(at.producer, id).bodies()).containsExactly(JUSTICE);
    }

    @Test
    void areRefusedWhereTheyCannotBeRight() {
        var before = at.everything();
        wrong(CorrectedField.PRODUCERS, "no-such-body", "Ministry of Justice", "../x", "a,b");
        wrong(CorrectedField.REPORT_DATE, "1989-12-31", "2027-03-04", "2025-02-29", "3 May", "");
        wrong(CorrectedField.OCCURRENCE_DATES, "0206-01-01", "+12026-01-01", "2026-1-1");
        wrong(
                CorrectedField.OUTPUT_LINKS,
                "javascript:alert(1)",
                "ftp://example.org",
                "//example.org",
                "https://",
                "https://user:word@example.org",
                "http://exa mple.org",
                "mailto:a@example.org");
        wrong(CorrectedField.STATEMENT_LINKS, "data:text/html,x", "https:example");
        wrong(
                CorrectedField.REFERENCES,
                "T3.4",
                "2.0",
                "2.0 ",
                "2.0 Z9.9",
                "4.0 T3.4",
                "2.0 Principle 99");
        wrong(CorrectedField.KIND, "sabotage", "LATE PUBLICATION");
        wrong(CorrectedField.PLACE_OF_FAILURE, "PRODUCER", "nobody");
        wrong(CorrectedField.OUTPUT_TITLE, "two\nlines", "bell\u0007", "x".repeat(2_001));
        wrong(CorrectedField.PREVIOUS_BREACHES, "nul\0");
        refused(correct(CorrectedField.OUTPUT_TITLE, WHY, "one", "two"), INVALID);
        refused(correct(CorrectedField.REPORT_DATE, WHY, "2026-01-01", "2026-01-02"), INVALID);
        refused(
                correct(
                        CorrectedField.PREVIOUS_BREACHES,
                        WHY,
                        IntStream.range(0, 51).mapToObj(Integer::toString).toArray(String[]::new)),
                INVALID);
        refused(correct(CorrectedField.OUTPUT_TITLE, "x".repeat(2_001), "Title"), INVALID);
        assertThat(at.everything()).isEqualTo(before);

        done(correct(CorrectedField.REPORT_DATE, WHY, "1990-01-01"));
        done(correct(CorrectedField.REPORT_DATE, WHY, "2027-03-03"));
    }

    private void wrong(CorrectedField field, String... values) {
        for (var value : values) {
            if (!value.isBlank()) {
                assertThat(refused(correct(field, WHY, value), INVALID))
                        .as("%s of %s", value, field)
                        .endsWith(".");
            }
        }
    }

    @Test
    void redactionsStayWithinTheText() {
        var before = at.everything();
        for (var span :
                new int[][] {
                    {-1, 3}, {3, 3}, {5, 4}, {0, 10_000}, {8, 9}, {Integer.MIN_VALUE, 1}
                }) {
            refused(redact(span[0], span[1], Redacted.Decision.REMOVED), INVALID);
        }
        refused(redact(0, 8, Redacted.Decision.PROPOSED), INVALID);
        refused(
                as(
                        at.caseworker,
                        () ->
                                at.casework.redact(
                                        at.caseworker,
                                        id,
                                        at.revision(id),
                                        Section.IMPACT,
                                        0,
                                        1,
                                        Redacted.Reason.OTHER,
                                        Redacted.Decision.REMOVED,
                                        null)),
                INVALID);
        assertThat(at.everything()).isEqualTo(before);
    }

    @Test
    void redactionsAreDecidedUndoneAndDecidedAgain() {
        assertThat(redactions())
                .extracting(Redacted::decision)
                .containsExactly(Redacted.Decision.PROPOSED);

        var kept = done(redact(0, 8, Redacted.Decision.KEPT)).made();
        assertThat(redactions())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo(kept);
                    assertThat(one.text()).isEqualTo("Jane Roe");
                    assertThat(one.by()).isEqualTo("Cat Caseworker");
                });
        assertThat(account()).startsWith("Jane Roe sent");
        assertThat(refused(redact(0, 4, Redacted.Decision.REMOVED), INVALID)).contains("Undo");
        assertThat(done(redact(0, 8, Redacted.Decision.REMOVED)).made()).isEqualTo(kept);
        assertThat(account()).startsWith("[text removed] sent");
        refused(
                as(
                        at.caseworker,
                        () -> at.casework.redactAsProposed(at.caseworker, id, at.revision(id))),
                INVALID);
        done(undo(kept));
        assertThat(redactions())
                .extracting(Redacted::decision)
                .containsExactly(Redacted.Decision.PROPOSED);
        assertThat(undo(kept)).isEqualTo(new Change.Unknown());
        assertThat(undo(0)).isEqualTo(new Change.Unknown());
    }

    private List<Redacted> redactions() {
        assertThat(as(at.producer, () -> at.cases.redactions(id)))
                .isEqualTo(Collections.emptyList());
        return as(at.analyst, () -> at.cases.redactions(id));
    }

    private @Nullable String account() {
        return as(at.analyst, () -> at.cases.preview(id)).orElseThrow().record().account();
    }

    private Change undo(long redaction) {
        return as(
                at.caseworker,
                () -> at.casework.undoRedaction(at.caseworker, id, at.revision(id), redaction));
    }

    private Change redact(int from, int to, Redacted.Decision decision) {
        return as(
                at.caseworker,
                () ->
                        at.casework.redact(
                                at.caseworker,
                                id,
                                at.revision(id),
                                Section.ACCOUNT,
                                from,
                                to,
                                Redacted.Reason.OTHER,
                                decision,
                                null));
    }
}
