package org.breachregister.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.breachregister.search.ExampleBreaches.breach;

import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachQuery.Sort;
import org.breachregister.search.BreachSearch;
import org.breachregister.search.BreachSearchContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

class LuceneBreachSearchTest implements BreachSearchContract {

    private static final String SIGNS =
            "ab \"*-+|()[]{}^~:\\/&!?.,;'\u201c\u00e9\u0000\ud83d\n0T39*\"-";
    private static final List<String> PIECES =
            List.of(
                    "leaked",
                    "T3.4",
                    "Protocol 2 practice 8",
                    "BR-2016-0001",
                    "OR",
                    "NOT",
                    "AND",
                    "\"",
                    "*",
                    "le*",
                    "-",
                    "+",
                    "pre-release",
                    "(",
                    "~2",
                    "[a TO b]",
                    "/.*/",
                    "\ud83d\ude00",
                    "the",
                    "account:x",
                    "||");

    @TempDir Path directory;

    private final List<LuceneBreachSearch> open = new ArrayList<>();

    @Override
    public BreachSearch over(List<PublishedBreach> breaches) {
        Indexes.fill(directory, breaches);
        return search();
    }

    private LuceneBreachSearch search() {
        var search = new LuceneBreachSearch(directory, Indexes.CODE, Indexes.PRODUCERS);
        open.add(search);
        return search;
    }

    @AfterEach
    void close() {
        open.forEach(LuceneBreachSearch::close);
    }

    @Test
    void findsNothingBeforeThereIsAnIndex() {
        assertThat(search().find(BreachQuery.ALL).total()).isZero();
    }

    @Test
    void seesAChangedAndAReplacedIndexAtTheNextQuestion() {
        Indexes.fill(directory, List.of(breach(2020, 1).published()));
        var search = search();
        assertThat(search.find(BreachQuery.ALL).total()).isEqualTo(1);

        var index = new LuceneBreachIndex(directory, Indexes.CODE, Indexes.PRODUCERS);
        try (var update = index.update().orElseThrow()) {
            update.put(breach(2020, 2).published());
            assertThat(search.find(BreachQuery.ALL).total()).isEqualTo(1);
            update.commit(Indexes.mark(2));
        }
        assertThat(search.find(BreachQuery.ALL).total()).isEqualTo(2);

        Indexes.fill(directory, List.of());
        assertThat(search.find(BreachQuery.ALL).total()).isZero();
        Indexes.fill(directory, List.of(breach(2020, 3).published()));
        assertThat(search.find(BreachQuery.ALL).total()).isEqualTo(1);
        assertThat(new Generations(directory)).satisfies(all -> assertThat(all.all()).hasSize(1));
    }

    @Test
    void saysThatADamagedIndexHasToBeRebuilt() throws Exception {
        Indexes.fill(directory, List.of(breach(2020, 1).published()));
        var generations = new Generations(directory);
        try (var files = Files.list(generations.directory(generations.current().orElseThrow()))) {
            for (var file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        assertThatIllegalStateException()
                .isThrownBy(() -> search().find(BreachQuery.ALL))
                .withMessageContaining("rebuilt");
        assertThat(new LuceneBreachIndex(directory, Indexes.CODE, Indexes.PRODUCERS).standing())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverFailsOnAQuestionsWords(long seed) {
        var random = new Random(Long.getLong("test.seed", seed));
        var search = over(List.of(BreachSearchContract.leak()));
        var start = System.nanoTime();
        for (var i = 0; i < 3_000; i++) {
            var words = new StringBuilder();
            for (var length = random.nextInt(12); length >= 0; length--) {
                switch (random.nextInt(3)) {
                    case 0 -> words.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
                    case 1 -> words.append(PIECES.get(random.nextInt(PIECES.size())));
                    default -> words.append((char) random.nextInt(0x3000)).append(' ');
                }
            }
            assertThat(
                            search.find(
                                    new BreachQuery(
                                            words.toString(),
                                            Map.of(),
                                            null,
                                            null,
                                            Sort.RELEVANCE,
                                            1,
                                            5)))
                    .as("seed %d, words <%s>", seed, words)
                    .isNotNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a* ", "\"", "-x ", "T3.4 ", "the ", "x|", "\"a b\" ", "(", "zz zzz* "})
    void staysFastOnEndlessQuestions(String piece) {
        var search = over(List.of(BreachSearchContract.leak()));
        var start = System.nanoTime();

        search.find(
                new BreachQuery(piece.repeat(100_000), Map.of(), null, null, Sort.RELEVANCE, 1, 5));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
}
