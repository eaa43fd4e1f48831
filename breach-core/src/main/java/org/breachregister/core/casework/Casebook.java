package org.breachregister.core.casework;

import org.breachregister.core.account.Actor;
import org.breachregister.core.database.Sql;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.core.report.SubmittedReport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

/// The cases: every report received, with its document, under the breach's identifier. Joins a
/// surrounding transaction; whoever receives keeps other writers waiting until its transaction
/// ends.
public final class Casebook {

    private static final ZoneId OFFICE = ZoneId.of("Europe/London");

    /// From how sure a reading on a body is taken for the one that is meant.
    private static final double SURE = 0.9;

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

    /// Takes a report in that nobody known sent: no body's accounts see its case. A document that
    /// is held already changes nothing.
    public Receipt receive(Document document, SubmittedReport report) {
        return sql.inTransaction(() -> {
            sql.only(row -> true, "select take_the_pen()");
            return breachOf(document.sha256())
                    .map(this::held)
                    .orElseGet(() -> opened(document, report, Set.of(), Actor.PROGRAM));
        });
    }

    /// Takes a report in that an account sent for a body: the accounts of that body see its case. A
    /// document that is held already makes no second case; where nobody known sent it before, the
    /// body sees the case from now on.
    ///
    /// @return empty where the document is held for other bodies, whose case it stays
    public Optional<Receipt> receive(
            Document document, SubmittedReport report, ProducerId body, Actor by) {
        return sql.inTransaction(
                        () -> {
                            sql.only(row -> true, "select take_the_pen()");
                            var held = breachOf(document.sha256());
                            if (held.isEmpty()) {
                                return Optional.of(opened(document, report, Set.of(body), by));
                            }
                            return claim(held.get(), body)
                                    ? held.map(this::held)
                                    : Optional.<Receipt>empty();
                        })
                .map(receipt -> seenBy(body, receipt));
    }

    /// A receipt that tells a body of no case but its own.
    private Receipt seenBy(ProducerId body, Receipt receipt) {
        var own =
                receipt.likely().stream()
                        .filter(one ->
                                sql.only(
                                        row -> row.flag("own"),
                                        "select bodies @> ?::text[] as own from breach where id = ?",
                                        new String[] {body.value()},
                                        one.of().value()))
                        .toList();
        return new Receipt(receipt.breach(), receipt.alreadyHeld(), own, receipt.heldBack());
    }

    private Receipt held(BreachId breach) {
        return new Receipt(breach, true, duplicates.of(breach), false);
    }

    /// Whether a held case is that of a body, which it becomes where it is nobody's.
    private boolean claim(BreachId breach, ProducerId body) {
        sql.change(
                """
                update breach set bodies = array[?]::text[], revision = revision + 1
                where id = ? and bodies = '{}'\
                """,
                body.value(),
                breach.value());
        return sql.only(
                row -> row.flag("own"),
                "select ? = any (bodies) as own from breach where id = ?",
                body.value(),
                breach.value());
    }

    private Receipt opened(
            Document document, SubmittedReport report, Set<ProducerId> bodies, Actor by) {
        var likely = duplicates.among(report);
        var breach = open(document, report, bodies, by);
        duplicates.keep(breach, report, likely);
        step(breach, CaseStep.SUBMIT, by, document.receivedAt());
        return new Receipt(breach, false, likely, false);
    }

    private void step(BreachId breach, CaseStep step, Actor by, Instant at) {
        var account = by.id();
        sql.change(
                """
                insert into case_step (breach, step, state, account, account_name, at)
                values (?, ?, ?, ?, ?, ?)\
                """,
                breach.value(),
                step.key(),
                step.to().key(),
                account == null ? null : account.value(),
                by.name(),
                at);
    }

    /// Takes a report in and publishes it, both or neither; the accounts of the producers that are
    /// recognised for sure see its case. Of a document that is held already, the breach is
    /// published if it was not yet. One that is very likely the same as a case that was published,
    /// or that somebody works on, is kept and held back: published is for ever, so a person
    /// decides.
    public Receipt receiveAndPublish(
            Document document, SubmittedReport report, PublicRecord record, Instant publicFrom) {
        return sql.inTransaction(() -> {
            var receipt = receive(document, report);
            if (receipt.alreadyHeld() && log.has(receipt.breach())) {
                return receipt;
            }
            if (duplicates.isPublishedAlready(receipt.breach())
                    || !released(receipt.breach(), surelyNamed(report), document.receivedAt())) {
                return receipt.asHeldBack();
            }
            log.publish(receipt.breach(), record, publicFrom);
            return receipt;
        });
    }

    /// Makes a case that nobody has taken up a public one, if it is such a case.
    private boolean released(BreachId breach, Set<ProducerId> bodies, Instant at) {
        var changed =
                sql.change(
                        """
                        update breach
                        set state = ?, revision = revision + 1, changed_at = ?,
                            bodies = case bodies when '{}' then ?::text[] else bodies end
                        where id = ? and state = ?\
                        """,
                        CaseState.PUBLISHED.key(),
                        at,
                        values(bodies),
                        breach.value(),
                        CaseState.SUBMITTED.key());
        if (changed == 1) {
            step(breach, CaseStep.RELEASE, Actor.PROGRAM, at);
        }
        return changed == 1;
    }

    private static Set<ProducerId> surelyNamed(SubmittedReport report) {
        var bodies = new LinkedHashSet<ProducerId>();
        for (var producer : report.producers()) {
            var id = producer.id();
            if (id != null && producer.confidence() >= SURE) {
                bodies.add(id);
            }
        }
        return bodies;
    }

    private static String[] values(Set<ProducerId> bodies) {
        return bodies.stream().map(ProducerId::value).sorted().toArray(String[]::new);
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

    private BreachId open(
            Document document, SubmittedReport report, Set<ProducerId> bodies, Actor by) {
        var year = dayOf(document, report).getYear();
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException(
                    "A report of the year %d has no number; years go from 1 to 9999"
                            .formatted(year));
        }
        var held = kept(document);
        var account = by.id();
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
                insert into breach (id, year, serial, document, report, received_at, changed_at,
                    state, bodies, submitted_by)
                values (?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?)\
                """,
                breach.value(),
                breach.year(),
                breach.serial(),
                held,
                Sql.Json.of(report),
                document.receivedAt(),
                document.receivedAt(),
                CaseState.SUBMITTED.key(),
                values(bodies),
                account == null ? null : account.value());
        return breach;
    }

    /// The number of a document, which may be held already beside a draft or another case.
    private long kept(Document document) {
        sql.change(
                """
                insert into document (sha256, file_name, media_type, content, received_at)
                values (?, ?, ?, ?, ?) on conflict (sha256) do nothing\
                """,
                document.sha256(),
                document.fileName(),
                document.mediaType(),
                document.content(),
                document.receivedAt());
        return sql.only(
                row -> row.number("id"),
                "select id from document where sha256 = ?",
                document.sha256());
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
