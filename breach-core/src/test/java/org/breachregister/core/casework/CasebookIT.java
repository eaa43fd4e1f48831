package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.breachregister.core.casework.Reports.document;
import static org.breachregister.core.casework.Reports.report;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.Casebook.Receipt;
import org.breachregister.core.database.Sql;
import org.breachregister.core.database.TestDatabase;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.RegisterLog;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

class CasebookIT {

    private static final ProducerId MAPS = new ProducerId("ministry-of-maps");
    private static final LocalDate DAY = LocalDate.of(2016, 10, 3);
    private static final Instant RELEASE = Instant.parse("2016-10-03T08:30:00Z");

    private final DataSource database = TestDatabase.fresh();
    private final Casebook casebook = new Casebook(database);
    private final RegisterLog log = new RegisterLog(database);
    private final Sql sql = new Sql(database);

    @Test
    void givesBackExactlyWhatItReceived() {
        var document = document("The report\0, with every byte \u00e4\n");
        var breach = casebook.receive(document, Reports.full()).breach();

        assertThat(casebook.report(breach)).contains(Reports.full());
        assertThat(casebook.report(breach).orElseThrow().evidence().keySet())
                .containsExactly("zeta", "alpha");
        var held = casebook.document(breach).orElseThrow();
        assertThat(held).usingRecursiveComparison().isEqualTo(document);
    }

    @Test
    void knowsNothingOfWhatItNeverReceived() {
        assertThat(casebook.holds(document("x").sha256())).isFalse();
        assertThat(casebook.report(BreachId.of(2016, 1))).isEmpty();
        assertThat(casebook.document(BreachId.of(2016, 1))).isEmpty();
    }

    @Test
    void numbersBreachesWithinTheYearOfTheirReport() {
        assertThat(receive("a", DAY)).isEqualTo("BR-2016-0001");
        assertThat(receive("b", LocalDate.of(2017, 1, 1))).isEqualTo("BR-2017-0001");
        assertThat(receive("c", DAY)).isEqualTo("BR-2016-0002");
    }

    @Test
    void takesTheYearOfOccurrenceAndThenOfReceiptWhereTheReportBearsNoDate() {
        var occurred = casebook.receive(document("a"), report(null, LocalDate.of(2014, 5, 1), DAY));
        var undated = casebook.receive(document("b"), report(null));

        assertThat(occurred.breach()).isEqualTo(BreachId.of(2014, 1));
        assertThat(undated.breach()).isEqualTo(BreachId.of(2019, 1));
    }

    @Test
    void receivesTheSameDocumentOnce() {
        var first = casebook.receive(document("same"), report(DAY));
        var second = casebook.receive(document("same"), report(DAY.plusYears(1)));

        assertThat(first.alreadyHeld()).isFalse();
        assertThat(second).isEqualTo(new Receipt(first.breach(), true, List.of(), false));
        assertThat(casebook.report(first.breach()).orElseThrow().reportDate()).isEqualTo(DAY);
        assertThat(receive("another", DAY)).isEqualTo("BR-2016-0002");
    }

    @Test
    void givesOneBreachToManyWhoReceiveTheSameDocumentAtOnce() throws Exception {
        var same = new ArrayList<Callable<Receipt>>();
        for (int i = 0; i < 40; i++) {
            var text = "document " + i % 10;
            same.add(() -> casebook.receive(document(text), report(DAY)));
        }
        var receipts = new ArrayList<Receipt>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var receipt : threads.invokeAll(same)) {
                receipts.add(receipt.get());
            }
        }
        assertThat(receipts).filteredOn(receipt -> !receipt.alreadyHeld()).hasSize(10);
        assertThat(receipts.stream().map(receipt -> receipt.breach().serial()).distinct().sorted())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void leavesNoGapWhereReceivingFails() {
        assertThatThrownBy(() ->
                        sql.inTransaction(() -> {
                            receive("lost", DAY);
                            throw new IllegalArgumentException("broken off");
                        }))
                .hasMessage("broken off");

        assertThat(casebook.holds(document("lost").sha256())).isFalse();
        assertThat(receive("kept", DAY)).isEqualTo("BR-2016-0001");
    }

    @Test
    void publishesWithReceivingOrDoesNeither() {
        var receipt = receiveAndPublish("a");

        assertThat(log.find(receipt.breach(), Instant.now()).orElseThrow().publishedAt())
                .isEqualTo(RELEASE);
        assertThat(receiveAndPublish("a"))
                .isEqualTo(new Receipt(receipt.breach(), true, List.of(), false));
        assertThat(log.lastPosition()).isEqualTo(1);
    }

    @Test
    void publishesWhatWasReceivedWithoutBefore() {
        receive("a", DAY);

        assertThat(receiveAndPublish("a").alreadyHeld()).isTrue();
        assertThat(log.lastPosition()).isEqualTo(1);
    }

    @Test
    void opensACaseToNobodyWhereNobodyKnownSentIt() {
        var breach = casebook.receive(document("a"), Reports.full()).breach();

        assertThat(bodies(breach)).isEmpty();
        assertThat(state(breach)).isEqualTo("submitted");
        assertThat(steps(breach)).containsExactly("submit submitted Breach Register");
    }

    @Test
    void opensAnImportedCaseToTheProducersThatAreRecognisedForSure() {
        var breach =
                casebook.receiveAndPublish(document("a"), Reports.full(), nothing(), RELEASE)
                        .breach();

        assertThat(bodies(breach)).containsExactly("ministry-of-maps");
        assertThat(state(breach)).isEqualTo("published");
        assertThat(steps(breach))
                .containsExactly(
                        "submit submitted Breach Register", "release published Breach Register");
        assertThat(changedAt(breach)).isEqualTo(Reports.RECEIVED);
    }

    @Test
    void opensACaseToTheBodyThatAnAccountSentItFor() {
        var ann = account("Ann Roe", "ministry-of-maps");
        var receipt = casebook.receive(document("a"), report(DAY), MAPS, ann).orElseThrow();

        assertThat(bodies(receipt.breach())).containsExactly("ministry-of-maps");
        assertThat(steps(receipt.breach())).containsExactly("submit submitted Ann Roe");
        assertThat(submittedBy(receipt.breach())).isEqualTo(ann.identity().account());
        assertThat(casebook.receive(document("a"), report(DAY), MAPS, ann).orElseThrow())
                .isEqualTo(new Receipt(receipt.breach(), true, List.of(), false));
    }

    @Test
    void showsNoBodyTheCaseOfAnother() {
        casebook.receive(document("a"), report(DAY), MAPS, account("Ann Roe", "ministry-of-maps"));
        var other = account("Bo Lee", "ministry-of-lamps");

        assertThat(
                        casebook.receive(
                                document("a"),
                                report(DAY),
                                new ProducerId("ministry-of-lamps"),
                                other))
                .isEmpty();
    }

    @Test
    void opensACaseThatNobodyKnownSentToTheBodyThatSendsTheSameDocument() {
        var breach = casebook.receive(document("a"), report(DAY)).breach();
        var ann = account("Ann Roe", "ministry-of-maps");

        assertThat(casebook.receive(document("a"), report(DAY), MAPS, ann).orElseThrow().breach())
                .isEqualTo(breach);
        assertThat(bodies(breach)).containsExactly("ministry-of-maps");
    }

    @Test
    void holdsBackAnImportOfACaseThatSomebodyWorksOn() {
        var breach = receive("a", DAY);
        sql.change("update breach set state = 'under-assessment' where id = ?", breach);

        assertThat(receiveAndPublish("a").heldBack()).isTrue();
        assertThat(log.lastPosition()).isZero();
        assertThat(state(new BreachId(breach))).isEqualTo("under-assessment");
    }

    @Test
    void takesADocumentThatIsHeldBesideADraft() {
        var document = document("a");
        sql.change(
                """
                insert into document (sha256, file_name, media_type, content, received_at)
                values (?, 'a', 'text/plain', ?, now())\
                """,
                document.sha256(),
                document.content());

        assertThat(casebook.receive(document, report(DAY)).alreadyHeld()).isFalse();
    }

    private Actor account(String name, String body) {
        var id =
                sql.only(
                        row -> row.number("id"),
                        """
                        insert into account (email, name, roles, bodies, created_at)
                        values (?, ?, '{producer}', ?, now()) returning id\
                        """,
                        name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@maps.gov.uk",
                        name,
                        new String[] {body});
        return Actor.person(
                new AccountId(id), name, Set.of(Role.PRODUCER), Set.of(new ProducerId(body)), "");
    }

    private long submittedBy(BreachId breach) {
        return sql.only(
                row -> row.number("submitted_by"),
                "select submitted_by from breach where id = ?",
                breach.value());
    }

    private List<String> bodies(BreachId breach) {
        return sql.only(
                row -> row.texts("bodies"),
                "select bodies from breach where id = ?",
                breach.value());
    }

    private String state(BreachId breach) {
        return sql.only(
                row -> row.text("state"), "select state from breach where id = ?", breach.value());
    }

    private Instant changedAt(BreachId breach) {
        return sql.only(
                row -> row.instant("changed_at"),
                "select changed_at from breach where id = ?",
                breach.value());
    }

    private List<String> steps(BreachId breach) {
        return sql.list(
                row -> row.text("step"),
                """
                select step || ' ' || state || ' ' || account_name as step
                from case_step where breach = ? order by id\
                """,
                breach.value());
    }

    @Test
    void keepsRowsOutOfErrorMessages() {
        assertThatThrownBy(() ->
                        new Sql(database)
                                .change(
                                        """
                                        insert into document
                                            (sha256, file_name, media_type, content,
                                             received_at)
                                        values (?, 'a', 'b', 'c', now())\
                                        """,
                                        "Jane Example"))
                .hasStackTraceContaining("document_sha256_check")
                .message()
                .doesNotContain("Jane");
    }

    @Test
    void theDatabaseRefusesToChangeWhatTheProducerWrote() {
        var owner = new Sql(TestDatabase.freshAsOwner());
        owner.change(
                """
                insert into document (sha256, file_name, media_type, content, received_at)
                values (?, 'a', 'b', 'c', now())\
                """,
                "0".repeat(64));
        for (var change :
                List.of(
                        "update document set content = ''",
                        "delete from document",
                        "truncate document cascade")) {
            assertThatThrownBy(() -> owner.change(change))
                    .as(change)
                    .hasMessageContaining("what the producer wrote stays");
        }
    }

    private Receipt receiveAndPublish(String text) {
        return casebook.receiveAndPublish(document(text), report(DAY), nothing(), RELEASE);
    }

    private String receive(String text, LocalDate reported) {
        return casebook.receive(document(text), report(reported)).breach().value();
    }

    private static PublicRecord nothing() {
        return new PublicRecord(
                List.of(), null, null, List.of(), null, List.of(), null, null, null, null, null,
                null, null, null, null, List.of(), List.of(), List.of());
    }
}
