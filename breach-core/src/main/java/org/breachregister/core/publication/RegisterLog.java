package org.breachregister.core.publication;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javax.sql.DataSource;

/// The register log: what was published, revised and withdrawn, in order. It only grows, and every
/// entry's digest covers the one before. Nothing that this class gives out is public later than the
/// moment asked for, nor later than the database's own clock.
public final class RegisterLog {

    public RegisterLog(DataSource database) {}

    /// Publishes a breach for the first time, public from `at` on.
    public void publish(BreachId breach, PublicRecord record, Instant at) {
        throw new UnsupportedOperationException();
    }

    /// Replaces the record of a published breach, public from `at` on.
    public void revise(BreachId breach, PublicRecord record, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /// Takes a breach off the register, from `at` on; a tombstone stays.
    public void withdraw(BreachId breach, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /// The position of the newest entry, 0 for an empty log.
    public long lastPosition() {
        throw new UnsupportedOperationException();
    }

    /// The digest of the entry at a position, which covers all entries before it.
    public String digestAt(long position) {
        throw new UnsupportedOperationException();
    }

    /// Entries that an index which has seen everything up to `afterPosition` and `after` lacks, in
    /// order of position: later entries that are public by `through`, and earlier ones that became
    /// public in between.
    public List<Entry> becomePublic(long afterPosition, Instant after, Instant through, int limit) {
        throw new UnsupportedOperationException();
    }

    /// A breach as it was public at a moment.
    public Optional<PublishedBreach> find(BreachId breach, Instant asAt) {
        throw new UnsupportedOperationException();
    }

    /// When the register last changed for the public, seen from `now`; empty for an empty register.
    public Optional<Instant> lastChange(Instant now) {
        throw new UnsupportedOperationException();
    }

    /// Hands over every breach that was public at a moment, withdrawn ones included, by breach id,
    /// one at a time.
    ///
    /// @param throughPosition the last log position to take into account
    public void each(Instant asAt, long throughPosition, Consumer<PublishedBreach> breach) {
        throw new UnsupportedOperationException();
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
}
