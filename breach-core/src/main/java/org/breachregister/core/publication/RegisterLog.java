package org.breachregister.core.publication;

import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import javax.sql.DataSource;

/// The register log: what was published, revised and withdrawn, in order. It only grows, and every
/// entry's digest covers the one before. Nothing that this class gives out is public later than the
/// moment asked for, nor later than the database's own clock.
///
/// Within a breach, entries become public in the order in which they were made. Joins a surrounding
/// transaction; whoever appends keeps other writers waiting until its transaction ends.
public final class RegisterLog {

    private final Sql sql;

    public RegisterLog(DataSource database) {
        this.sql = new Sql(database);
    }

    /// Publishes a breach for the first time, public from `at` on.
    ///
    /// @throws IllegalStateException if it was published before
    public void publish(BreachId breach, PublicRecord record, Instant at) {
        append(
                breach,
                at,
                newest -> {
                    if (newest.isPresent()) {
                        throw new IllegalStateException(
                                "%s is on the register already, %s as of %s. Revise it instead."
                                        .formatted(
                                                breach,
                                                newest.get().event().key(),
                                                newest.get().publicFrom()));
                    }
                    return new Change(Status.PUBLISHED, null, Sql.Json.of(record));
                });
    }

    /// Replaces the record of a published breach, public from `at` on. A withdrawn breach comes
    /// back by it.
    ///
    /// @throws IllegalStateException if it was never published, or its newest version becomes
    ///   public only after `at`
    public void revise(BreachId breach, PublicRecord record, String reason, Instant at) {
        var why = stated(reason);
        append(
                breach,
                at,
                newest -> {
                    if (newest.isEmpty()) {
                        throw new IllegalStateException(
                                "%s was never published, so there is nothing to revise."
                                        .formatted(breach));
                    }
                    return new Change(Status.REVISED, why, Sql.Json.of(record));
                });
    }

    /// Takes a breach off the register, from `at` on; a tombstone stays.
    ///
    /// @throws IllegalStateException if it was never published or is withdrawn already, or its
    ///   newest version becomes public only after `at`
    public void withdraw(BreachId breach, String reason, Instant at) {
        var why = stated(reason);
        append(
                breach,
                at,
                newest -> {
                    if (newest.isEmpty()) {
                        throw new IllegalStateException(
                                "%s was never published, so there is nothing to withdraw."
                                        .formatted(breach));
                    }
                    if (newest.get().event() == Status.WITHDRAWN) {
                        throw new IllegalStateException(
                                "%s is withdrawn already, as of %s."
                                        .formatted(breach, newest.get().publicFrom()));
                    }
                    return new Change(Status.WITHDRAWN, why, newest.get().record());
                });
    }

    /// Whether a breach has any entry, public yet or not.
    public boolean has(BreachId breach) {
        return newest(breach).isPresent();
    }

    /// The position of the newest entry, 0 for an empty log.
    public long lastPosition() {
        return sql.only(
                row -> row.number("position"),
                "select coalesce(max(position), 0) as position from register_log");
    }

    /// The position of the newest entry that was public at a moment, 0 where there was none.
    public long lastPosition(Instant asAt) {
        return sql.only(
                row -> row.number("position"),
                "select coalesce(max(position), 0) as position from public_log(?)",
                asAt);
    }

    /// The digest of the entry at a position, which covers all entries before it. At 0 it is that
    /// of an empty log.
    public String digestAt(long position) {
        if (position == 0) {
            return EntryDigest.START;
        }
        return sql.first(
                        row -> row.text("digest"),
                        "select digest from register_log where position = ?",
                        position)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "The register log has no position %d; its last is %d"
                                        .formatted(position, lastPosition())));
    }

    /// Computes all digests anew and tells the first position whose entry is not what was written
    /// there; empty for an untouched log.
    public OptionalLong firstBroken() {
        var check = new Check();
        sql.each(
                row -> row,
                check::next,
                """
                select position, breach_id, version, event, public_from, reason,
                       record::text as record, previous_digest, digest
                from register_log order by position\
                """);
        return check.broken == 0 ? OptionalLong.empty() : OptionalLong.of(check.broken);
    }

    /// Entries that an index which has seen everything up to `afterPosition` and `after` lacks, in
    /// order of position: later entries that are public by `through`, and earlier ones that became
    /// public in between.
    public List<Entry> becomePublic(long afterPosition, Instant after, Instant through, int limit) {
        return sql.list(
                RegisterLog::entry,
                """
                select position, breach_id, version, event, public_from, reason,
                       record::text as record, digest
                from public_log(?)
                where position > ? or public_from > ?
                order by position
                limit ?\
                """,
                through,
                afterPosition,
                after,
                limit);
    }

    /// A breach as it was public at a moment.
    public Optional<PublishedBreach> find(BreachId breach, Instant asAt) {
        return sql.first(
                RegisterLog::published,
                """
                select l.breach_id, l.version, l.event, l.public_from, l.reason,
                       l.record::text as record, f.public_from as published_at
                from public_log(?) l
                join register_log f on f.breach_id = l.breach_id and f.version = 1
                where l.breach_id = ?
                order by l.position desc
                limit 1\
                """,
                asAt,
                breach.value());
    }

    /// When the register last changed for the public, seen from `now`; empty for an empty register.
    public Optional<Instant> lastChange(Instant now) {
        return sql.first(
                row -> row.instant("public_from"),
                "select public_from from public_log(?) order by public_from desc limit 1",
                now);
    }

    /// Hands over every breach that was public at a moment, withdrawn ones included, by breach id,
    /// one at a time.
    ///
    /// @param throughPosition the last log position to take into account
    public void each(Instant asAt, long throughPosition, Consumer<PublishedBreach> breach) {
        sql.each(
                RegisterLog::published,
                breach,
                """
                select l.breach_id, l.version, l.event, l.public_from, l.reason,
                       r.record::text as record, l.published_at
                from (
                    select distinct on (breach_year, breach_serial)
                           position, breach_id, breach_year, breach_serial, version, event,
                           public_from, reason,
                           min(public_from) over (partition by breach_year, breach_serial)
                               as published_at
                    from public_log(?)
                    where position <= ?
                    order by breach_year, breach_serial, position desc
                ) l
                join register_log r on r.position = l.position
                order by l.breach_year, l.breach_serial\
                """,
                asAt,
                throughPosition);
    }

    /// An entry of the log.
    ///
    /// @param position its place, from 1, without gaps
    /// @param publicFrom from when it is public
    /// @param digest SHA-256 over the digest before it and its own content, in hexadecimal
    public record Entry(
            long position,
            BreachId breach,
            int version,
            PublishedBreach.Status event,
            Instant publicFrom,
            @Nullable String reason,
            PublicRecord record,
            String digest) {}

    private record Newest(int version, Status event, Instant publicFrom, Sql.Json record) {}

    private record Change(Status event, @Nullable String reason, Sql.Json record) {}

    private interface Decision {
        Change on(Optional<Newest> newest);
    }

    private void append(BreachId breach, Instant at, Decision decision) {
        var publicFrom = Sql.stored(at);
        sql.inTransaction(() -> {
            sql.only(row -> true, "select take_the_pen()");
            var newest = newest(breach);
            var change = decision.on(newest);
            newest.ifPresent(before -> {
                if (publicFrom.isBefore(before.publicFrom())) {
                    throw new IllegalStateException(
                            "%s cannot be %s as of %s: what stands before becomes"
                                            .formatted(breach, change.event().key(), publicFrom)
                                    + " public only at %s.".formatted(before.publicFrom()));
                }
            });
            var version = newest.map(Newest::version).orElse(0) + 1;
            var position = lastPosition() + 1;
            var previous = digestAt(position - 1);
            var digest =
                    EntryDigest.of(
                            previous,
                            breach.value(),
                            version,
                            change.event().key(),
                            publicFrom,
                            change.reason(),
                            change.record().text());
            return sql.change(
                    """
                    insert into register_log (position, breach_id, breach_year,
                        breach_serial, version, event, public_from, reason, record,
                        previous_digest, digest)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?)\
                    """,
                    position,
                    breach.value(),
                    breach.year(),
                    breach.serial(),
                    version,
                    change.event().key(),
                    publicFrom,
                    change.reason(),
                    change.record(),
                    previous,
                    digest);
        });
    }

    private Optional<Newest> newest(BreachId breach) {
        return sql.first(
                row ->
                        new Newest(
                                Math.toIntExact(row.number("version")),
                                status(row),
                                row.instant("public_from"),
                                row.json("record")),
                """
                select version, event, public_from, record::text as record
                from register_log where breach_id = ? order by version desc limit 1\
                """,
                breach.value());
    }

    private static String stated(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A change of the register needs a reason");
        }
        return reason.strip().replace('\0', '\ufffd');
    }

    private static Entry entry(Sql.Row row) {
        return new Entry(
                row.number("position"),
                new BreachId(row.text("breach_id")),
                Math.toIntExact(row.number("version")),
                status(row),
                row.instant("public_from"),
                row.textOrNull("reason"),
                row.json("record").as(PublicRecord.class),
                row.text("digest"));
    }

    private static PublishedBreach published(Sql.Row row) {
        return new PublishedBreach(
                new BreachId(row.text("breach_id")),
                Math.toIntExact(row.number("version")),
                status(row),
                row.instant("published_at"),
                row.instant("public_from"),
                row.textOrNull("reason"),
                row.json("record").as(PublicRecord.class));
    }

    private static Status status(Sql.Row row) {
        var event = row.text("event");
        return Arrays.stream(Status.values())
                .filter(status -> status.key().equals(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown event: " + event));
    }

    private static final class Check {
        private long expected = 1;
        private String previous = EntryDigest.START;
        private long broken;

        void next(Sql.Row row) {
            if (broken != 0) {
                return;
            }
            var digest =
                    EntryDigest.of(
                            previous,
                            row.text("breach_id"),
                            Math.toIntExact(row.number("version")),
                            row.text("event"),
                            row.instant("public_from"),
                            row.textOrNull("reason"),
                            row.text("record"));
            if (row.number("position") != expected
                    || !row.text("previous_digest").equals(previous)
                    || !row.text("digest").equals(digest)) {
                broken = expected;
            }
            previous = digest;
            expected++;
        }
    }
}
