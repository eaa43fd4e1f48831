package org.breachregister.search.lucene;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachResults;
import org.breachregister.search.BreachSearch;

import java.nio.file.Path;

/// The embedded engine. Sees a rebuilt or updated index at the next question. Safe for many
/// threads.
public final class LuceneBreachSearch implements BreachSearch, AutoCloseable {

    public LuceneBreachSearch(Path index, CodeOfPractice code, Producers producers) {}

    @Override
    public BreachResults find(BreachQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
