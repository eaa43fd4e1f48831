package org.breachregister.core.casework;

import org.breachregister.core.database.Sql;
import org.breachregister.core.report.SubmittedReport;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import javax.sql.DataSource;

/// Takes in what people send, and gives each of them a receipt. Sending the same document again
/// makes no second case, and its receipt looks like the first: nobody learns from it whether the
/// document was held.
public final class Receipts {

    /// How long a receipt can be used.
    public static final Duration VALID = Duration.ofHours(24);

    private final Sql sql;
    private final Casebook casebook;

    public Receipts(DataSource database) {
        this.sql = new Sql(database);
        this.casebook = new Casebook(database);
    }

    /// Takes a report in as received, unpublished, and gives a receipt for it, both or neither.
    public ReceiptKey receive(Document document, SubmittedReport report) {
        var key = ReceiptKey.random();
        sql.inTransaction(() -> {
            casebook.receive(document, report);
            sql.change("delete from receipt where expires_at <= ?", document.receivedAt());
            return sql.change(
                    """
                    insert into receipt (key_digest, document, file_name, sent_at, expires_at)
                    select ?, id, ?, ?, ? from document where sha256 = ?\
                    """,
                    key.digest(),
                    document.fileName(),
                    document.receivedAt(),
                    document.receivedAt().plus(VALID),
                    document.sha256());
        });
        return key;
    }

    /// What was sent, for the holder of a receipt that is still valid.
    public Optional<SentReport> find(ReceiptKey key, Instant now) {
        return sql.first(
                row ->
                        new SentReport(
                                row.text("file_name"),
                                row.text("media_type"),
                                row.number("bytes"),
                                row.text("sha256"),
                                row.instant("sent_at"),
                                row.instant("expires_at"),
                                row.json("report").as(SubmittedReport.class)),
                """
                select r.file_name, d.media_type, octet_length(d.content) as bytes, d.sha256,
                       r.sent_at, r.expires_at, b.report::text as report
                from receipt r
                join document d on d.id = r.document
                join breach b on b.document = d.id
                where r.key_digest = ? and r.expires_at > ?\
                """,
                key.digest(),
                now);
    }

    /// The bytes of what was sent, as they were received, read piece by piece so that a slow reader
    /// costs little memory.
    public InputStream content(SentReport sent) {
        return new StoredContent(sql, sent.sha256(), sent.bytes());
    }

    /// How many bytes of documents were sent since a moment; a document that was sent several times
    /// counts once.
    public long bytesSince(Instant moment) {
        return sql.only(
                row -> row.number("bytes"),
                """
                select coalesce(sum(octet_length(content)), 0) as bytes from document
                where id in (select document from receipt where sent_at >= ?)\
                """,
                moment);
    }
}
