package org.breachregister.core.casework;

import org.breachregister.core.account.Actor;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

/// Reports that producers have begun and not sent. All accounts of a body share its drafts; the
/// regulator sees none.
public final class Drafts {

    /// @param database hands out connections with the rights of whoever is acting
    /// @param program the same with the rights of the program
    public Drafts(DataSource database, DataSource program, Clock clock) {}

    private static UnsupportedOperationException open() {
        return new UnsupportedOperationException("Under way");
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

    /// Begins a report for a body, with what is known of it already: its Head of Profession and
    /// contact as the newest report of the body gave them.
    public Draft begin(Actor actor, ProducerId body) {
        throw open();
    }

    /// Begins a report with a document and what was read in it.
    public Draft begin(Actor actor, ProducerId body, Document document, SubmittedReport read) {
        throw open();
    }

    public Optional<Draft> find(Actor actor, String id) {
        throw open();
    }

    /// Drafts of the actor's bodies, the last changed first.
    public List<Draft> list(Actor actor) {
        throw open();
    }

    /// Saves answers: those given replace what stood there, others stay.
    public Change save(Actor actor, String id, long revision, Map<String, List<String>> answers) {
        throw open();
    }

    public Change delete(Actor actor, String id, long revision) {
        throw open();
    }

    /// What to mend before it is sent; empty for a draft that is unknown.
    public Optional<SelfCheck> check(Actor actor, String id) {
        throw open();
    }

    /// What came of sending.
    public sealed interface Sent {

        /// It is a case now.
        record Done(Casebook.Receipt receipt) implements Sent {}

        /// Nothing was sent, because of this.
        record Not(Change why) implements Sent {}
    }

    /// Sends a draft: it becomes a case of its body, with the document that it was begun with or
    /// with the form as it was filled in, byte for byte, as the document.
    public Sent submit(Actor actor, String id, long revision) {
        throw open();
    }
}
