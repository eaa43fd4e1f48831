package org.breachregister.batch.importing;

import org.breachregister.core.publication.BreachId;

import java.util.List;

/// What became of one document, or of one record of a back catalogue.
public sealed interface ImportResult {

    /// The file as named or found; of a record, the file and the line: `history.jsonl:12`.
    String source();

    /// It was read and kept.
    ///
    /// @param breach the identifier it has from now on
    /// @param doubts sentences about what a person should look at
    record Read(String source, BreachId breach, List<String> doubts) implements ImportResult {

        public Read {
            doubts = List.copyOf(doubts);
        }
    }

    /// It was read and kept, now or earlier, and not published, since it is very likely the same as
    /// one that was published. A person decides.
    ///
    /// @param breach the identifier it has
    /// @param doubts sentences about what a person should look at; the first says what it looks
    ///   like
    record HeldBack(String source, BreachId breach, List<String> doubts) implements ImportResult {

        public HeldBack {
            doubts = List.copyOf(doubts);
        }
    }

    /// The same content was received before, in this import or an earlier one.
    ///
    /// @param breach the breach it was received for
    record AlreadyHeld(String source, BreachId breach) implements ImportResult {}

    /// It was not kept.
    ///
    /// @param reason a sentence saying why
    record Refused(String source, String reason) implements ImportResult {}
}
