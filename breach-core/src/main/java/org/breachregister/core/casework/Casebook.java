package org.breachregister.core.casework;

import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.core.report.SubmittedReport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/// The cases: every report received, with its document, under the breach's identifier. Joins a
/// surrounding transaction; whoever receives keeps other writers waiting until its transaction
/// ends.
public final class Casebook {

    private static final ZoneId OFFICE = ZoneId.of("Europe/London");

    private final Sql sql;
    private final RegisterLog log;
    private final LikelyDuplicates duplicates;

    public Casebook(DataSource database) {
        this.sql = new Sql(database);
        this.log = new RegisterLog(database);
        this.duplicates = new LikelyDuplicates(database);
    }

    /// Whether a document of that content was received before.
    public boolean holds(String sha256) {
        return breachOf(sha256).isPresent();
    }

    /// Takes a report in. A document that is held already changes nothing.
    public Receipt receive(Document document, SubmittedReport report) {
        return sql.inTransaction(() -> {
            sql.only(row -> true, "select take_the_pen()");
            return breachOf(document.sha256())
                    .map(breach -> new Receipt(breach, true, duplicates.of(breach), false))
                    .orElseGet(() -> opened(document, report));
        });
    }

    private Receipt opened(Document document, SubmittedReport report) {
        var likely = duplicates.among(report);
        var breach = open(document, report);
        duplicates.keep(breach, report, likely);
        return new Receipt(breach, false, likely, false);
    }

    /// Takes a report in and publishes it, both or neither. Of a document that is held already, the
    /// breach is published if it was not yet. One that is very likely the same as a case that was
    /// published is kept and held back: published is for ever, so a person decides.
    public Receipt receiveAndPublish(
            Document document, SubmittedReport report, PublicRecord record, Instant publicFrom) {
        return sql.inTransaction(() -> {
            var receipt = receive(document, report);
            if (receipt.alreadyHeld() && log.has(receipt.breach())) {
                return receipt;
            }
            if (duplicates.isPublishedAlready(receipt.breach())) {
                return receipt.asHeldBack();
            }
            log.publish(receipt.breach(), record, publicFrom);
            return receipt;
        });
    }

    /// The report of a breach.
    public Optional<SubmittedReport> report(BreachId breach) {
        return sql.first(
                row -> row.json("report").as(SubmittedReport.class),
                "select report::text as report from breach where id = ?",
                breach.value());
    }

    /// The document that a breach was reported by.
    public Optional<Document> document(BreachId breach) {
        return sql.first(
                row ->
                        new Document(
                                row.text("file_name"),
                                row.text("media_type"),
                                row.bytes("content"),
                                row.text("sha256"),
                                row.instant("received_at")),
                """
                select d.file_name, d.media_type, d.content, d.sha256, d.received_at
                from breach b join document d on d.id = b.document
                where b.id = ?\
                """,
                breach.value());
    }

    /// What came of receiving a report.
    ///
    /// @param breach the breach's identifier
    /// @param alreadyHeld whether the same document was received before
    /// @param likely which cases it looks like, the likeliest first
    /// @param heldBack whether it was not published for that reason
    public record Receipt(
            BreachId breach, boolean alreadyHeld, List<LikelyDuplicate> likely, boolean heldBack) {

        public Receipt {
            likely = List.copyOf(likely);
        }

        private Receipt asHeldBack() {
            return new Receipt(breach, alreadyHeld, likely, true);
        }
    }

    /// The breach that a document of that content was received for.
    public Optional<BreachId> breachOf(String sha256) {
        return sql.first(
                row -> new BreachId(row.text("id")),
                """
                select b.id from document d join breach b on b.document = d.id
                where d.sha256 = ?\
                """,
                sha256);
    }

    private BreachId open(Document document, SubmittedReport report) {
        var year = dayOf(document, report).getYear();
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException(
                    "A report of the year %d has no number; years go from 1 to 9999"
                            .formatted(year));
        }
        var held =
                sql.only(
                        row -> row.number("id"),
                        """
                        insert into document (sha256, file_name, media_type, content, received_at)
                        values (?, ?, ?, ?, ?) returning id\
                        """,
                        document.sha256(),
                        document.fileName(),
                        document.mediaType(),
                        document.content(),
                        document.receivedAt());
        var serial =
                sql.only(
                        row -> row.number("last"),
                        """
                        insert into breach_serial as s (year, last) values (?, 1)
                        on conflict (year) do update set last = s.last + 1
                        returning last\
                        """,
                        year);
        var breach = BreachId.of(year, Math.toIntExact(serial));
        sql.change(
                """
                insert into breach (id, year, serial, document, report, received_at)
                values (?, ?, ?, ?, ?::json, ?)\
                """,
                breach.value(),
                breach.year(),
                breach.serial(),
                held,
                Sql.Json.of(report),
                document.receivedAt());
        return breach;
    }

    private static LocalDate dayOf(Document document, SubmittedReport report) {
        var reported = report.reportDate();
        if (reported != null) {
            return reported;
        }
        return report.occurrenceDates().stream()
                .findFirst()
                .orElseGet(() -> LocalDate.ofInstant(document.receivedAt(), OFFICE));
    }
}
