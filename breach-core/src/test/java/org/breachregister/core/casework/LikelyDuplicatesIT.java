package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachregister.core.casework.Reports.document;

import org.breachregister.core.database.Sql;
import org.breachregister.core.database.TestDatabase;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

class LikelyDuplicatesIT {

    private static final String ACCOUNT =
            "The tables went up at ten past ten because the job that puts them up had been switched off for the night.";
    private static final LocalDate DAY = LocalDate.of(2021, 3, 11);
    private static final Instant RELEASE = Instant.parse("2021-03-15T09:30:00Z");

    private final DataSource database = TestDatabase.fresh();
    private final Casebook casebook = new Casebook(database);
    private final LikelyDuplicates duplicates = new LikelyDuplicates(database);
    private final RegisterLog log = new RegisterLog(database);

    @Test
    void keepsBesideACaseWhatItLookedLike() {
        var first = casebook.receive(document("a"), report(DAY, ACCOUNT));
        var second = casebook.receive(document("b"), report(DAY, ACCOUNT + " Nobody asked."));
        var again = casebook.receive(document("b"), report(DAY, ACCOUNT));

        assertThat(first.likely()).isEmpty();
        assertThat(second.likely())
                .singleElement()
                .satisfies(likely -> {
                    assertThat(likely.of()).isEqualTo(first.breach());
                    assertThat(likely.strong()).isTrue();
                    assertThat(likely.message())
                            .matches(
                                    "Looks like the report held as BR-2021-0001: the same producer, output and day of"
                                            + " occurrence, and 9\\d% of its words; check before it is counted as a"
                                            + " breach of its own\\.");
                });
        assertThat(duplicates.of(second.breach())).isEqualTo(second.likely());
        assertThat(again.likely()).isEqualTo(second.likely());
        assertThat(casebook.report(second.breach()).orElseThrow().anomalies()).isEmpty();
    }

    @Test
    void publishesOneOfThemInWhateverOrderTheyCome() {
        casebook.receive(document("a"), report(DAY, ACCOUNT));
        casebook.receive(document("b"), report(DAY, ACCOUNT));
        casebook.receive(document("c"), report(DAY, ACCOUNT));

        assertThat(publish("b").heldBack()).isFalse();
        assertThat(publish("c").heldBack()).isTrue();
        assertThat(publish("a").heldBack()).isTrue();
        assertThat(publish("b").heldBack()).isFalse();
        assertThat(publish("c").heldBack()).isTrue();
        assertThat(log.lastPosition()).isEqualTo(1);
    }

    @Test
    void anotherDayIsAnotherBreach() {
        casebook.receive(document("a"), report(DAY, ACCOUNT));

        assertThat(casebook.receive(document("b"), report(DAY.plusMonths(1), ACCOUNT)).likely())
                .isEmpty();
    }

    @Test
    void findsCasesThatWereOpenedBeforeThereWereSigns() {
        casebook.receive(document("a"), report(DAY, ACCOUNT));
        var sql = new Sql(database);
        sql.change("delete from breach_sign");
        sql.change("insert into breach_without_signs select id from breach");

        assertThat(casebook.receive(document("b"), report(DAY, ACCOUNT)).likely()).hasSize(1);
    }

    /// `-Dbreach.test.cases=20000` makes it a measurement.
    @Test
    void staysQuickAmongManyCases() {
        var cases = Integer.getInteger("breach.test.cases", 300);
        var nanos = new ArrayList<Long>();
        new Sql(database)
                .inTransaction(() -> {
                    for (var i = 0; i < cases; i++) {
                        var start = System.nanoTime();
                        var receipt =
                                casebook.receive(
                                        document("case " + i),
                                        report(
                                                DAY.plusDays(i),
                                                ACCOUNT + " It was case number " + i + "."));
                        nanos.add(System.nanoTime() - start);
                        assertThat(receipt.likely()).isEmpty();
                    }
                    return cases;
                });
        var last = nanos.subList(cases * 9 / 10, cases).stream().sorted().toList();
        System.out.printf(
                "LikelyDuplicatesIT: %,d cases, the last tenth at a median of %,d us%n",
                cases, last.get(last.size() / 2) / 1000);

        assertThat(
                        casebook.receive(
                                        document("copy"),
                                        report(
                                                DAY.plusDays(cases / 2),
                                                ACCOUNT + " It was case number " + cases / 2 + "."))
                                .likely())
                .hasSize(1);
    }

    private Casebook.Receipt publish(String text) {
        return casebook.receiveAndPublish(document(text), report(DAY, ACCOUNT), record(), RELEASE);
    }

    private static SubmittedReport report(LocalDate occurred, String account) {
        return new SubmittedReport(
                null,
                List.of(
                        new ReportedProducer(
                                "MoM",
                                new ProducerId("ministry-of-maps"),
                                "Ministry of Maps",
                                1,
                                "exact",
                                List.of())),
                "Maps in Use",
                List.of(),
                occurred.plusDays(4),
                List.of(occurred),
                List.of(),
                null,
                null,
                Map.of(Section.ACCOUNT, account),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    private static PublicRecord record() {
        return new PublicRecord(
                List.of(), null, null, List.of(), null, List.of(), null, null, null, null, null,
                null, null, null, null, List.of(), List.of(), List.of());
    }
}
