package org.breachregister.search.index;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.RegisterLog;

import java.nio.file.Path;
import java.time.Clock;

/// Keeps the search index in step with the register log.
public final class IndexKeeper {

    public IndexKeeper(
            Path index, RegisterLog log, CodeOfPractice code, Producers producers, Clock clock) {}

    /// Brings the index up to date with what is public now. Where another process keeps the index,
    /// waits a moment for it.
    ///
    /// @return what was done, and whether the index is in step
    public Progress catchUp() {
        throw new UnsupportedOperationException();
    }

    /// Builds a new index from the log and puts it in the old one's place; questions are answered
    /// all the while.
    public Progress rebuild() {
        throw new UnsupportedOperationException();
    }

    /// Where the index stands.
    ///
    /// @param entries entries of the log that were taken in
    /// @param breaches breaches in the index
    /// @param position the last position of the log that it has seen
    /// @param inStep whether that is all there is
    public record Progress(long entries, long breaches, long position, boolean inStep) {}
}
