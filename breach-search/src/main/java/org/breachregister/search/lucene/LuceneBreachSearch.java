package org.breachregister.search.lucene;

import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachResults;
import org.breachregister.search.BreachResults.Hit;
import org.breachregister.search.BreachSearch;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The embedded engine. Sees a rebuilt or updated index at the next question. Safe for many
/// threads.
public final class LuceneBreachSearch implements BreachSearch, AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final SortField BY_ID = new SortField(BreachDocument.ORDER, SortField.Type.LONG);

    private final Generations generations;
    private final FilterQueries filters;
    private final QueryWords words;
    private final Passages passages;
    private final FacetCounts counts;
    private @Nullable View view;
    private boolean closed;

    public LuceneBreachSearch(Path index, CodeOfPractice code, Producers producers) {
        var analyzer = new BreachAnalyzer();
        this.generations = new Generations(index);
        this.filters = new FilterQueries(code, producers);
        this.words = new QueryWords(analyzer, filters);
        this.passages = new Passages(words, analyzer);
        this.counts = new FacetCounts(new CodeNumbers(code));
    }

    /// The index at one moment; held by whoever reads it.
    private record View(
            String generation,
            FSDirectory directory,
            DirectoryReader reader,
            @Nullable SortedSetDocValuesReaderState facets) {}

    @Override
    public BreachResults find(BreachQuery query) {
        try {
            var view = acquire();
            if (view == null) {
                return new BreachResults(0, List.of(), FacetCounts.none());
            }
            try {
                return find(query, view);
            } finally {
                view.reader().decRef();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BreachResults find(BreachQuery query, View view) throws IOException {
        var facets = view.facets();
        if (facets == null) {
            return new BreachResults(0, List.of(), FacetCounts.none());
        }
        var question = words.parse(query.words());
        var wanted = new BooleanQuery.Builder().add(words.wanted(question), Occur.MUST);
        if (query.from() != null || query.to() != null) {
            wanted.add(FilterQueries.between(query.from(), query.to()), Occur.FILTER);
        }
        var drillDown = new DrillDownQuery(BreachDocument.FACETS, wanted.build());
        query.filters()
                .forEach((facet, values) ->
                        drillDown.add(facet.key(), filters.anyOf(facet, values)));

        var searcher = new IndexSearcher(view.reader());
        var deepest = Math.min(query.page() * query.size(), view.reader().maxDoc());
        var result =
                new DrillSideways(searcher, BreachDocument.FACETS, facets)
                        .search(
                                drillDown,
                                new TopFieldCollectorManager(
                                        sort(query.sort(), question), deepest, Integer.MAX_VALUE));
        var top = result.collectorResult;

        var hits = new ArrayList<Hit>();
        var stored = searcher.storedFields();
        for (var i = (query.page() - 1) * query.size(); i < top.scoreDocs.length; i++) {
            var json =
                    stored.document(top.scoreDocs[i].doc, Set.of(BreachDocument.JSON))
                            .getBinaryValue(BreachDocument.JSON);
            var breach = BreachJson.read(json.bytes, json.offset, json.length);
            hits.add(new Hit(breach, passages.of(breach.record(), question)));
        }
        return new BreachResults(top.totalHits.value(), hits, counts.of(result.facets));
    }

    private Sort sort(BreachQuery.Sort order, QueryWords.Parsed question) {
        return switch (order) {
            case RELEVANCE ->
                    words.ranks(question)
                            ? new Sort(SortField.FIELD_SCORE, BY_ID)
                            : sort(BreachQuery.Sort.NEWEST, question);
            case NEWEST -> {
                var day =
                        new SortField(
                                BreachDocument.DAY, SortField.Type.LONG, true, Long.MIN_VALUE);
                yield new Sort(day, BY_ID);
            }
            case OLDEST -> {
                var day =
                        new SortField(
                                BreachDocument.DAY, SortField.Type.LONG, false, Long.MAX_VALUE);
                yield new Sort(day, BY_ID);
            }
            case PRODUCER ->
                    new Sort(
                            new SortField(
                                    BreachDocument.FIRST_PRODUCER,
                                    SortField.Type.STRING,
                                    false,
                                    SortField.STRING_LAST),
                            BY_ID);
        };
    }

    /// The newest view, with a hold on its reader; null where there is no index.
    private synchronized @Nullable View acquire() throws IOException {
        if (closed) {
            throw new IllegalStateException("The search is closed");
        }
        for (var attempt = 1; ; attempt++) {
            try {
                var newest = newest();
                if (newest != null) {
                    newest.reader().incRef();
                }
                return newest;
            } catch (IOException e) {
                // A generation may be replaced between finding its name and opening its files.
                if (!LuceneBreachIndex.isDamage(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw new LuceneBreachIndex.Damaged(e);
                }
                release();
            }
        }
    }

    private @Nullable View newest() throws IOException {
        var generation = generations.current().orElse(null);
        if (generation == null) {
            release();
            return null;
        }
        var seen = view;
        if (seen != null && seen.generation().equals(generation)) {
            var changed = DirectoryReader.openIfChanged(seen.reader());
            if (changed != null) {
                view = view(generation, seen.directory(), changed);
                seen.reader().decRef();
            }
            return view;
        }
        release();
        if (!Files.isDirectory(generations.directory(generation))) {
            throw new NoSuchFileException(generations.directory(generation).toString());
        }
        var directory = FSDirectory.open(generations.directory(generation));
        try {
            view = view(generation, directory, DirectoryReader.open(directory));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
        return view;
    }

    private static View view(String generation, FSDirectory directory, DirectoryReader reader)
            throws IOException {
        try {
            if (!LuceneBreachIndex.isReadable(reader.getIndexCommit().getUserData())) {
                throw new IOException(
                        "The search index in %s was made by another edition of this program; rebuild it"
                                .formatted(directory.getDirectory()));
            }
            var facets =
                    reader.numDocs() == 0
                            ? null
                            : new DefaultSortedSetDocValuesReaderState(
                                    reader, BreachDocument.FACETS);
            return new View(generation, directory, reader, facets);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void release() throws IOException {
        var seen = view;
        view = null;
        if (seen != null) {
            try (var _ = seen.directory()) {
                seen.reader().decRef();
            } catch (AlreadyClosedException _) {
                // Nothing is left to let go of.
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
