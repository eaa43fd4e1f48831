package org.breachregister.core.casework;

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
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

/// Cases to read. Everybody sees what is theirs to see: the database has the last word. Lists of a
/// case's records are in the order of time, and empty for a case that the actor may not know of.
public final class Cases {

    /// @param database hands out connections with the rights of whoever is acting
    public Cases(DataSource database, CodeOfPractice code, Producers producers) {}

    private static UnsupportedOperationException open() {
        return new UnsupportedOperationException("Under way");
    }

    public Optional<BreachCase> find(Actor actor, BreachId id) {
        throw open();
    }

    /// A page of cases, the newest number first; the regulator's queues by the day of the next
    /// action, then the oldest first.
    public List<BreachCase> list(Actor actor, CaseQuery query) {
        throw open();
    }

    /// How many cases each of the regulator's queues holds.
    public Map<CaseQuery.Queue, Integer> queueLengths(Actor actor) {
        throw open();
    }

    public List<StepTaken> steps(BreachId id) {
        throw open();
    }

    public List<Correction> corrections(BreachId id) {
        throw open();
    }

    public List<Message> messages(BreachId id) {
        throw open();
    }

    public List<Note> notes(BreachId id) {
        throw open();
    }

    public List<CaseFile> files(BreachId id) {
        throw open();
    }

    public List<CaseLink> links(BreachId id) {
        throw open();
    }

    /// The spans that a person decided on, and the machine's proposals that nobody has decided on.
    public List<Redacted> redactions(BreachId id) {
        throw open();
    }

    public List<Approval> approvals(BreachId id) {
        throw open();
    }

    public Optional<Release> release(BreachId id) {
        throw open();
    }

    /// Exactly what would be public if it were released now.
    public Optional<Preview> preview(BreachId id) {
        throw open();
    }

    public List<TrackedCommitment> commitments(BreachId id) {
        throw open();
    }

    public List<CommitmentChange> changes(TrackedCommitment commitment) {
        throw open();
    }

    /// Open commitments whose day has passed, the longest overdue first.
    public List<TrackedCommitment> overdueCommitments(LocalDate today, int limit) {
        throw open();
    }

    /// The document that the case was reported by, or that came with a message or file of a case
    /// that the actor may see.
    public Optional<Document> document(long number) {
        throw open();
    }

    /// The document that a case was reported by.
    public Optional<Document> original(BreachId id) {
        throw open();
    }
}
