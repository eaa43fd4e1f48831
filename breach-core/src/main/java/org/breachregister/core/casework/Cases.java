package org.breachregister.core.casework;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.CaseRecords.Approval;
import org.breachregister.core.casework.CaseRecords.CaseFile;
import org.breachregister.core.casework.CaseRecords.CaseLink;
import org.breachregister.core.casework.CaseRecords.CommitmentChange;
import org.breachregister.core.casework.CaseRecords.Correction;
import org.breachregister.core.casework.CaseRecords.Message;
import org.breachregister.core.casework.CaseRecords.Note;
import org.breachregister.core.casework.CaseRecords.Preview;
import org.breachregister.core.casework.CaseRecords.Release;
import org.breachregister.core.casework.CaseRecords.StepTaken;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.database.Sql;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecords;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

/// Cases to read. Everybody sees what is theirs to see: the database has the last word. Lists of a
/// case's records are in the order of time, and empty for a case that the actor may not know of.
public final class Cases {

    private final Sql sql;
    private final CaseRows rows;
    private final PublicContent content;
    private final Approvals approvals;
    private final Commitments commitments;

    /// @param database hands out connections with the rights of whoever is acting
    public Cases(DataSource database, CodeOfPractice code, Producers producers) {
        this.sql = new Sql(database);
        this.rows = new CaseRows(sql, new LikelyDuplicates(database), new Corrections(producers));
        this.content =
                new PublicContent(sql, rows, new PublicPreview(new PublicRecords(code, producers)));
        this.approvals = new Approvals(sql, content);
        this.commitments = new Commitments(sql);
    }

    public Optional<BreachCase> find(Actor actor, BreachId id) {
        return rows.find(actor, id);
    }

    /// A page of cases, the newest number first; the regulator's queues by the day of the next
    /// action, then the oldest first. A producer has no queues.
    public List<BreachCase> list(Actor actor, CaseQuery query) {
        return rows.list(actor, query);
    }

    /// How many cases each of the regulator's queues holds.
    public Map<CaseQuery.Queue, Integer> queueLengths(Actor actor) {
        var lengths = new EnumMap<CaseQuery.Queue, Integer>(CaseQuery.Queue.class);
        for (var queue : CaseQuery.Queue.values()) {
            lengths.put(queue, rows.count(actor, queue));
        }
        return lengths;
    }

    /// A producer is not told the regulator's reasons.
    public List<StepTaken> steps(BreachId id) {
        if (seesNothing()) {
            return List.of();
        }
        return sql.list(
                row ->
                        new StepTaken(
                                row.text("step"),
                                CaseState.of(row.text("state")),
                                row.textOrNull("reason"),
                                Authors.of(row),
                                row.instant("at")),
                "select step, state, %s as reason, %s, at from case_step where breach = ? order by id"
                        .formatted(seesAll() ? "reason" : "null", Authors.columns()),
                id.value());
    }

    public List<Correction> corrections(BreachId id) {
        if (seesNothing()) {
            return List.of();
        }
        return sql.list(
                row ->
                        new Correction(
                                CorrectedField.of(row.text("field")).orElseThrow(),
                                row.json("before").as(Texts.class).values(),
                                row.json("after").as(Texts.class).values(),
                                row.textOrNull("reason"),
                                Authors.of(row),
                                row.instant("at")),
                """
                select field, before::text as before, after::text as after, reason, %s, at
                from correction where breach = ? order by id\
                """
                        .formatted(Authors.columns()),
                id.value());
    }

    /// A list of texts as it is stored.
    record Texts(List<String> values) {}

    public List<Message> messages(BreachId id) {
        if (seesNothing()) {
            return List.of();
        }
        return sql.list(
                row ->
                        new Message(
                                row.number("id"),
                                kind(row.text("kind")),
                                row.text("text"),
                                row.dayOrNull("due"),
                                row.numberOrNull("document") == null ? null : Documents.stored(row),
                                Authors.of(row),
                                row.instant("at")),
                """
                select m.id, m.kind, m.text, m.due, m.file_name, %s, %s, m.at
                from case_message m left join document d on d.id = m.document
                where m.breach = ? order by m.id\
                """
                        .formatted(Documents.COLUMNS, Authors.columns()),
                id.value());
    }

    private static Message.Kind kind(String key) {
        return Arrays.stream(Message.Kind.values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not a kind of message: " + key));
    }

    public List<Note> notes(BreachId id) {
        if (!seesAll()) {
            return List.of();
        }
        return sql.list(
                row ->
                        new Note(
                                row.number("id"),
                                row.text("text"),
                                Authors.of(row),
                                row.instant("at")),
                """
                select id, text, account, account_name, at from case_note
                where breach = ? order by id\
                """,
                id.value());
    }

    public List<CaseFile> files(BreachId id) {
        if (seesNothing()) {
            return List.of();
        }
        return sql.list(
                row ->
                        new CaseFile(
                                row.number("id"),
                                Documents.stored(row),
                                row.flag("for_producer"),
                                Authors.of(row),
                                row.instant("at")),
                """
                select f.id, f.file_name, f.for_producer, %s, %s, f.at
                from case_file f join document d on d.id = f.document
                where f.breach = ? order by f.id\
                """
                        .formatted(Documents.COLUMNS, Authors.columns()),
                id.value());
    }

    /// Links to other cases; a relation that goes both ways stands with both cases.
    public List<CaseLink> links(BreachId id) {
        if (!seesAll()) {
            return List.of();
        }
        return sql.list(
                row ->
                        new CaseLink(
                                new BreachId(row.text("other")),
                                row.text("relation"),
                                row.textOrNull("reason"),
                                Authors.of(row),
                                row.instant("at")),
                """
                select other, relation, reason, account, account_name, at
                from case_link where breach = ?
                union all
                select breach, relation, reason, account, account_name, at
                from case_link l where other = ? and relation <> 'repeat' and not exists (
                    select from case_link o where o.breach = l.other and o.other = l.breach)
                order by at, other\
                """,
                id.value(),
                id.value());
    }

    /// The spans that a person decided on, and the machine's proposals that nobody has decided on.
    public List<Redacted> redactions(BreachId id) {
        return seesAll()
                ? find(Acting.current(), id).map(content::all).orElseGet(List::of)
                : List.of();
    }

    public List<Approval> approvals(BreachId id) {
        return seesAll() ? approvals.of(id) : List.of();
    }

    public Optional<Release> release(BreachId id) {
        if (!seesAll()) {
            return Optional.empty();
        }
        return sql.first(
                row ->
                        new Release(
                                row.instant("release_at"),
                                row.text("event"),
                                row.textOrNull("reason"),
                                Authors.of(row)),
                """
                select release_at, event, reason, account, account_name
                from scheduled_release where breach = ?\
                """,
                id.value());
    }

    /// Exactly what would be public if it were released now.
    public Optional<Preview> preview(BreachId id) {
        return seesAll() ? find(Acting.current(), id).map(content::preview) : Optional.empty();
    }

    public List<TrackedCommitment> commitments(BreachId id) {
        return seesNothing() ? List.of() : commitments.of(id);
    }

    /// Commitments of all cases, those that fall due first in front; those without a day come last.
    public List<TrackedCommitment> commitments(CommitmentQuery query) {
        return seesNothing() ? List.of() : commitments.list(query);
    }

    public List<CommitmentChange> changes(TrackedCommitment commitment) {
        return seesNothing() ? List.of() : commitments.changes(commitment.id());
    }

    /// Open commitments whose day has passed, the longest overdue first.
    public List<TrackedCommitment> overdueCommitments(LocalDate today, int limit) {
        return seesNothing() ? List.of() : commitments.overdue(today, limit);
    }

    /// The document that the case was reported by, or that came with a message or file of a case
    /// that the actor may see.
    public Optional<Document> document(long number) {
        if (seesNothing()) {
            return Optional.empty();
        }
        return sql.first(
                Cases::document,
                """
                select coalesce(
                           (select d.file_name from breach b where b.document = d.id),
                           (select m.file_name from case_message m
                            where m.document = d.id order by m.id limit 1),
                           (select f.file_name from case_file f
                            where f.document = d.id order by f.id limit 1)) as file_name,
                       d.media_type, d.content, d.sha256, d.received_at
                from document d
                where d.id = ?
                    and (exists (select from breach b where b.document = d.id)
                        or exists (select from case_message m where m.document = d.id)
                        or exists (select from case_file f where f.document = d.id))\
                """,
                number);
    }

    /// The document that a case was reported by.
    public Optional<Document> original(BreachId id) {
        if (seesNothing()) {
            return Optional.empty();
        }
        return sql.first(
                Cases::document,
                """
                select d.file_name, d.media_type, d.content, d.sha256, d.received_at
                from breach b join document d on d.id = b.document
                where b.id = ?\
                """,
                id.value());
    }

    private static Document document(Sql.Row row) {
        return new Document(
                row.text("file_name"),
                row.text("media_type"),
                row.bytes("content"),
                row.text("sha256"),
                row.instant("received_at"));
    }

    private static boolean seesNothing() {
        return !CaseRows.readsCases(Acting.current());
    }

    private static boolean seesAll() {
        return CaseRows.readsAll(Acting.current());
    }
}
