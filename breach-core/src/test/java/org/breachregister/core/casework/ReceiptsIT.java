package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.breachregister.core.casework.Reports.RECEIVED;
import static org.breachregister.core.casework.Reports.document;
import static org.breachregister.core.casework.Reports.report;

import org.breachregister.core.database.Sql;
import org.breachregister.core.database.TestDatabase;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;

import javax.sql.DataSource;

class ReceiptsIT {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 3);

    private final DataSource database = TestDatabase.fresh();
    private final Receipts receipts = new Receipts(database);
    private final Casebook casebook = new Casebook(database);
    private final Sql sql = new Sql(database);

    @Test
    void showsTheHolderWhatWasSent() throws IOException {
        var document = document("what was sent");
        var key = receipts.receive(document, Reports.full());

        var sent = receipts.find(key, RECEIVED).orElseThrow();
        assertThat(sent.report()).isEqualTo(Reports.full());
        assertThat(sent.fileName()).isEqualTo("report.txt");
        assertThat(sent.sha256()).isEqualTo(document.sha256());
        assertThat(sent.bytes()).isEqualTo(13);
        assertThat(sent.sentAt()).isEqualTo(RECEIVED);
        assertThat(receipts.content(sent).readAllBytes()).isEqualTo(document.content());
    }

    @Test
    void givesBackALargeDocumentPieceByPiece() throws IOException {
        var content = new byte[3 * 1024 * 1024 + 17];
        new Random(7).nextBytes(content);
        var key =
                receipts.receive(
                        new Document("a", "b", content, "a".repeat(64), RECEIVED), report(DAY));

        var stream = receipts.content(receipts.find(key, RECEIVED).orElseThrow());
        assertThat(stream.read()).isEqualTo(content[0] & 0xff);
        assertThat(stream.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 1, content.length));
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void endsAfterADayAndForgets() {
        var key = receipts.receive(document("a"), report(DAY));
        var end = RECEIVED.plus(Duration.ofDays(1));

        assertThat(receipts.find(key, end.minusMillis(1))).isPresent();
        assertThat(receipts.find(key, end)).isEmpty();

        var later = document("b");
        receipts.receive(new Document("b", "c", later.content(), later.sha256(), end), report(DAY));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void makesNoSecondCaseOfTheSameDocument() {
        var first = receipts.receive(document("same"), report(DAY));
        var again = document("same");
        var later = RECEIVED.plusSeconds(60);
        var second =
                receipts.receive(
                        new Document(
                                "other name.txt",
                                again.mediaType(),
                                again.content(),
                                again.sha256(),
                                later),
                        report(DAY));

        long cases = sql.only(row -> row.number("count"), "select count(*) from breach");
        assertThat(cases).isEqualTo(1);
        assertThat(second).isNotEqualTo(first);
        var shown = receipts.find(second, later).orElseThrow();
        assertThat(shown.fileName()).isEqualTo("other name.txt");
        assertThat(shown.sentAt()).isEqualTo(later);
        assertThat(receipts.find(first, later).orElseThrow().fileName()).isEqualTo("report.txt");
        assertThat(receipts.bytesSince(RECEIVED)).isEqualTo(4);
        assertThat(receipts.bytesSince(later.plusSeconds(1))).isZero();
    }

    @Test
    void storesNothingThatOpensAReceipt() {
        var key = receipts.receive(document("a"), report(DAY));

        var stored = sql.only(row -> row.text("row"), "select receipt::text as row from receipt");
        assertThat(stored).doesNotContain(key.value()).contains(key.digest());
        assertThat(key.toString()).doesNotContain(key.value());
    }

    @Test
    void keepsNeitherCaseNorReceiptWhereOneFails() {
        var impossible = report(LocalDate.of(10_000, 1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> receipts.receive(document("a"), impossible));
        assertThat(count()).isZero();
        assertThat(casebook.holds(document("a").sha256())).isFalse();
    }

    @Test
    void giveKeysThatNobodyCanGuess() {
        var keys = new HashSet<String>();
        for (var i = 0; i < 1_000; i++) {
            keys.add(ReceiptKey.random().value());
        }

        assertThat(keys).hasSize(1_000).allMatch(key -> ReceiptKey.parse(key).isPresent());
        assertThat(ReceiptKey.parse("short")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReceiptKey("../../../../../../../../../../../"));
    }

    private long count() {
        return sql.only(row -> row.number("count"), "select count(*) from receipt");
    }
}
