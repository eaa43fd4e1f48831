package org.breachregister.search.lucene;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.search.lucene.LuceneBreachIndex.Mark;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Indexes to test with.
final class Indexes {

    static final CodeOfPractice CODE = CodeOfPractice.load();
    static final Producers PRODUCERS = Producers.load();

    private Indexes() {}

    /// Fills an index anew.
    static void fill(Path directory, List<PublishedBreach> breaches) {
        var index = new LuceneBreachIndex(directory, CODE, PRODUCERS);
        try (var update = index.replacement().orElseThrow()) {
            breaches.forEach(update::put);
            update.commit(mark(breaches.size()));
        }
    }

    static Mark mark(long position) {
        return new Mark(position, Instant.EPOCH, "");
    }
}
