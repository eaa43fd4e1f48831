package org.breachregister.core.casework;

import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Audit;
import org.breachregister.core.account.Role;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.database.Sql;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

/// Reports that producers have begun and not sent. All accounts of a body share its drafts; the
/// regulator sees none.
public final class Drafts {

    /// The longest title, in characters.
    public static final int LONGEST_TITLE = 300;

    /// The longest text of a section.
    public static final int LONGEST_SECTION = 50_000;

    /// The longest answer in another field, its lines together.
    public static final int LONGEST_ANSWER = 10_000;

    private static final ZoneId OFFICE = ZoneId.of("Europe/London");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RECENT = 20;

    private final Sql sql;
    private final Sql program;
    private final Documents documents;
    private final Audit audit;
    private final Audit auditOfProgram;
    private final Casebook casebook;
    private final LikelyDuplicates duplicates;
    private final DraftReport reports;
    private final Clock clock;

    /// @param database hands out connections with the rights of whoever is acting
    /// @param program the same with the rights of the program
    public Drafts(
            DataSource database,
            DataSource program,
            CodeOfPractice code,
            Producers producers,
            Clock clock) {
        this.sql = new Sql(database);
        this.program = new Sql(program);
        this.documents = new Documents(sql);
        this.audit = new Audit(database);
        this.auditOfProgram = new Audit(program);
        this.casebook = new Casebook(program);
        this.duplicates = new LikelyDuplicates(program);
        this.reports = new DraftReport(code, producers, clock);
        this.clock = clock;
    }

    /// A report that was begun.
    ///
    /// @param id unguessable
    /// @param body the body that it is for
    /// @param answers the answers of the form by the keys of its fields: those of [CorrectedField]
    ///   and of [org.breachregister.core.report.Section], and `submitter`, `headOfProfession`,
    ///   `contact`; a list of lines for each
    /// @param read what was read in the document that it was begun with, or null
    /// @param document number of that document, or null
    public record Draft(
            String id,
            ProducerId body,
            Map<String, List<String>> answers,
            @Nullable SubmittedReport read,
            @Nullable Long document,
            long revision,
            Instant createdAt,
            Instant changedAt) {}

    /// What a check before sending found.
    ///
    /// @param missing keys of fields that have to be filled in
    /// @param doubts what looks wrong, each with a sentence
    /// @param likely cases of the same body that it looks like
    public record SelfCheck(
            List<String> missing, List<Anomaly> doubts, List<LikelyDuplicate> likely) {}

    /// What is stored of a draft beside its columns.
    ///
    /// @param fileName what the sender called the document, or null
    record Stored(
            Map<String, List<String>> answers,
            @Nullable SubmittedReport read,
            @Nullable String fileName) {

        Stored {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }
    }

    /// Begins a report for a body, with what is known of it already: its Head of Profession and
    /// contact as the newest report of the body gave them.
    ///
    /// @throws IllegalArgumentException if the actor does not speak for the body
    public Draft begin(Actor actor, ProducerId body) {
        return begun(actor, body, null, new Stored(known(body), null, null));
    }

    /// Begins a report with a document and what was read in it.
    ///
    /// @throws IllegalArgumentException if the actor does not speak for the body
    public Draft begin(Actor actor, ProducerId body, Document document, SubmittedReport read) {
        return begun(actor, body, document, new Stored(Map.of(), read, document.fileName()));
    }

    private Draft begun(Actor actor, ProducerId body, @Nullable Document document, Stored stored) {
        if (!actor.is(Role.PRODUCER) || !actor.bodies().contains(body)) {
            throw new IllegalArgumentException(
                    "The account does not speak for the body '%s'".formatted(body));
        }
        var id = random();
        var now = Sql.stored(clock.instant());
        return sql.inTransaction(() -> {
            var number = document == null ? null : documents.keep(document);
            sql.change(
                    """
                    insert into draft (id, account, body, form, document, created_at, changed_at)
                    values (?, ?, ?, ?::json, ?, ?, ?)\
                    """,
                    id,
                    CaseChange.number(actor),
                    body.value(),
                    Sql.Json.of(stored),
                    number,
                    now,
                    now);
            audit.record(actor, "draft.begin", "draft", id, null, null);
            return new Draft(id, body, stored.answers(), stored.read(), number, 1, now, now);
        });
    }

    /// Persons to contact as the newest reports of a body name them.
    private Map<String, List<String>> known(ProducerId body) {
        var known = new LinkedHashMap<String, List<String>>();
        var recent =
                sql.list(
                        row -> row.json("report").as(SubmittedReport.class),
                        """
                        select report::text as report from breach
                        where bodies @> ?::text[] order by received_at desc, id desc limit ?\
                        """,
                        new String[] {body.value()},
                        RECENT);
        for (var key : List.of("headOfProfession", "contact")) {
            recent.stream()
                    .map(report -> DraftAnswers.lines(report, key))
                    .filter(lines -> lines.stream().anyMatch(line -> !line.isBlank()))
                    .findFirst()
                    .ifPresent(lines -> known.put(key, lines));
        }
        return known;
    }

    public Optional<Draft> find(Actor actor, String id) {
        return select(actor, sql, "id = ?", id).stream().map(Held::draft).findFirst();
    }

    /// Drafts of the actor's bodies, the last changed first.
    public List<Draft> list(Actor actor) {
        return select(actor, sql, "true order by changed_at desc, id").stream()
                .map(Held::draft)
                .toList();
    }

    private record Held(Draft draft, Stored stored) {}

    private static List<Held> select(
            Actor actor, Sql sql, String condition, @Nullable Object... parameters) {
        if (!actor.is(Role.PRODUCER)) {
            return List.of();
        }
        return sql
                .list(
                        Drafts::held,
                        """
                        select id, body, form::text as form, document, revision, created_at,
                               changed_at
                        from draft where %s\
                        """
                                .formatted(condition),
                        parameters)
                .stream()
                .filter(held -> actor.bodies().contains(held.draft().body()))
                .toList();
    }

    private static Held held(Sql.Row row) {
        var stored = row.json("form").as(Stored.class);
        return new Held(
                new Draft(
                        row.text("id"),
                        new ProducerId(row.text("body")),
                        stored.answers(),
                        stored.read(),
                        row.numberOrNull("document"),
                        row.number("revision"),
                        row.instant("created_at"),
                        row.instant("changed_at")),
                stored);
    }

    /// Saves answers: those given replace what stood there, others stay.
    public Change save(Actor actor, String id, long revision, Map<String, List<String>> answers) {
        return changed(
                actor,
                sql,
                id,
                revision,
                held -> {
                    var problem = DraftAnswers.problem(answers);
                    if (problem != null) {
                        return Refusals.invalid(problem);
                    }
                    var all = new LinkedHashMap<>(held.stored().answers());
                    answers.forEach((key, lines) -> all.put(key, List.copyOf(lines)));
                    var stored = held.stored();
                    sql.change(
                            """
                            update draft set form = ?::json, revision = revision + 1, changed_at = ?
                            where id = ?\
                            """,
                            Sql.Json.of(new Stored(all, stored.read(), stored.fileName())),
                            clock.instant(),
                            id);
                    return new Change.Done(revision + 1, 0);
                });
    }

    public Change delete(Actor actor, String id, long revision) {
        return changed(
                actor,
                sql,
                id,
                revision,
                _ -> {
                    sql.change("delete from draft where id = ?", id);
                    audit.record(actor, "draft.delete", "draft", id, null, null);
                    return new Change.Done(revision, 0);
                });
    }

    private interface Deed {
        Change on(Held held);
    }

    /// Does something to a draft that stands as its author saw it, all or nothing.
    private static Change changed(Actor actor, Sql sql, String id, long revision, Deed deed) {
        return sql.inTransaction(() -> {
            var found = select(actor, sql, "id = ? for update", id);
            if (found.isEmpty()) {
                return new Change.Unknown();
            }
            var now = found.getFirst().draft().revision();
            return now == revision ? deed.on(found.getFirst()) : new Change.Stale(now);
        });
    }

    /// What to mend before it is sent; empty for a draft that is unknown.
    public Optional<SelfCheck> check(Actor actor, String id) {
        return find(actor, id).map(this::check);
    }

    private SelfCheck check(Draft draft) {
        var answers = DraftAnswers.of(draft);
        var today = today();
        var made = reports.made(draft, today);
        var doubts = new ArrayList<>(answers.impossibleDays(today));
        var problem = made.problem();
        if (problem != null) {
            doubts.add(new Anomaly("not-possible", problem));
        }
        var likely = duplicates.among(reports.meant(draft, today), draft.body());
        return new SelfCheck(answers.missing(), List.copyOf(doubts), likely);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }

    /// What came of sending.
    public sealed interface Sent {

        /// It is a case now.
        record Done(Casebook.Receipt receipt) implements Sent {}

        /// Nothing was sent, because of this.
        record Not(Change why) implements Sent {}
    }

    /// Sends a draft: it becomes a case of its body, with the document that it was begun with or
    /// with the form as it was filled in, byte for byte, as the document. What the producer changed
    /// of what was read in a document stands beside it as a correction. A draft that lacks a field
    /// that has to be filled in is not sent.
    public Sent submit(Actor actor, String id, long revision) {
        return program.inTransaction(() -> {
            var found = select(actor, program, "id = ? for update", id);
            if (found.isEmpty()) {
                return new Sent.Not(new Change.Unknown());
            }
            var now = found.getFirst().draft().revision();
            return now == revision
                    ? sent(actor, found.getFirst())
                    : new Sent.Not(new Change.Stale(now));
        });
    }

    /// The case that a draft became when the actor sent it, so that sending twice does no harm.
    public Optional<BreachId> sentAs(Actor actor, String id) {
        var account = actor.id();
        if (account == null) {
            return Optional.empty();
        }
        var sent =
                program.first(
                        row -> row.text("record"),
                        """
                        select record from audit_entry
                        where account = ? and action = ? and after ->> 'draft' = ?
                        order by id desc limit 1\
                        """,
                        account.value(),
                        "case." + CaseStep.SUBMIT.key(),
                        id);
        return sent.flatMap(breach ->
                sql.first(
                        row -> new BreachId(row.text("id")),
                        "select id from breach where id = ?",
                        breach));
    }

    private Sent sent(Actor actor, Held held) {
        var draft = held.draft();
        var missing = DraftAnswers.of(draft).missing();
        if (!missing.isEmpty()) {
            return not(
                    "Fill in what is missing before you send it: %s."
                            .formatted(String.join(", ", missing)));
        }
        var made = reports.made(draft, today());
        var problem = made.problem();
        if (problem != null) {
            return not(problem);
        }
        var now = Sql.stored(clock.instant());
        var received =
                casebook.receive(document(held, made, now), made.report(), draft.body(), actor);
        if (received.isEmpty()) {
            return not(
                    "The same document was received before, for another body. If it is yours, ask"
                            + " the regulator to open the case to you.");
        }
        var receipt = received.get();
        if (!receipt.alreadyHeld()) {
            made.corrected()
                    .forEach((field, value) -> correct(actor, receipt, made, field, value, now));
        }
        program.change("delete from draft where id = ?", draft.id());
        var before = new LinkedHashMap<String, Object>();
        var read = draft.read();
        if (read != null) {
            made.rewritten()
                    .keySet()
                    .forEach(key -> before.put(key, DraftAnswers.lines(read, key)));
        }
        auditOfProgram.record(
                actor,
                "case." + CaseStep.SUBMIT.key(),
                "case",
                receipt.breach().value(),
                before.isEmpty() ? null : Sql.Json.of(before),
                Sql.Json.of(Map.of("draft", draft.id())));
        return new Sent.Done(receipt);
    }

    private static Sent not(String sentence) {
        return new Sent.Not(Refusals.invalid(sentence));
    }

    private void correct(
            Actor actor,
            Casebook.Receipt receipt,
            DraftReport.Made made,
            CorrectedField field,
            List<String> value,
            Instant now) {
        program.change(
                """
                insert into correction (breach, field, before, after, reason, account,
                    account_name, at)
                values (?, ?, ?::json, ?::json, ?, ?, ?, ?)\
                """,
                receipt.breach().value(),
                field.key(),
                Sql.Json.of(Corrections.value(made.report(), field)),
                Sql.Json.of(value),
                "Changed by the producer before it was sent.",
                CaseChange.number(actor),
                actor.name(),
                now);
    }

    private Document document(Held held, DraftReport.Made made, Instant now) {
        var typed = made.document();
        if (typed != null) {
            var bytes = typed.getBytes(StandardCharsets.UTF_8);
            return new Document("breach-report.txt", "text/plain", bytes, sha256(bytes), now);
        }
        var name = held.stored().fileName();
        return program.only(
                row ->
                        new Document(
                                name == null ? row.text("file_name") : name,
                                row.text("media_type"),
                                row.bytes("content"),
                                row.text("sha256"),
                                now),
                "select file_name, media_type, content, sha256 from document where id = ?",
                held.draft().document());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
