package org.breachregister.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachregister.search.ExampleBreaches.breach;
import static org.breachregister.search.ExampleBreaches.id;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.database.TestDatabase;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.index.IndexKeeper.Progress;
import org.breachregister.search.lucene.LuceneBreachIndex;
import org.breachregister.search.lucene.LuceneBreachSearch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

@Timeout(120)
class IndexKeeperIT {

    private static final CodeOfPractice CODE = CodeOfPractice.load();
    private static final Producers PRODUCERS = Producers.load();
    private static final Instant LONG_AGO = Instant.parse("2016-01-04T09:30:00Z");

    @TempDir Path index;

    private final DataSource database = TestDatabase.fresh();
    private final RegisterLog log = new RegisterLog(database);
    private LuceneBreachSearch search;

    private IndexKeeper keeper() {
        return new IndexKeeper(index, log, CODE, PRODUCERS, Clock.systemUTC());
    }

    private List<PublishedBreach> found() {
        if (search == null) {
            search = new LuceneBreachSearch(index, CODE, PRODUCERS);
        }
        var found = new ArrayList<PublishedBreach>();
        for (var page = 1; ; page++) {
            var query = BreachQuery.ALL;
            var results =
                    search.find(
                            new BreachQuery(
                                    "",
                                    query.filters(),
                                    null,
                                    null,
                                    BreachQuery.Sort.OLDEST,
                                    page,
                                    100));
            results.hits().forEach(hit -> found.add(hit.breach()));
            if (results.hits().isEmpty()) {
                assertThat(found).hasSize((int) results.total());
                return found;
            }
        }
    }

    private List<BreachId> ids() {
        return found().stream().map(PublishedBreach::id).sorted().toList();
    }

    private void publish(int serial, Instant at) {
        log.publish(id(2016, serial), example(serial), at);
    }

    private static PublicRecord example(int serial) {
        return breach(2016, serial)
                .by("ministry-of-justice", "Ministry of Justice")
                .citing("1.0", "Protocol 2.8")
                .at("Safety in Custody")
                .on("2016-01-02")
                .account("Breach number " + serial)
                .record();
    }

    @AfterEach
    void close() {
        if (search != null) {
            search.close();
        }
    }

    @Test
    void makesAnEmptyIndexOfAnEmptyLog() {
        assertThat(keeper().catchUp()).isEqualTo(new Progress(0, 0, 0, true));
        assertThat(found()).isEmpty();
    }

    @Test
    void takesInWhatIsPublishedRevisedAndWithdrawn() {
        var keeper = keeper();
        publish(1, LONG_AGO);
        publish(2, LONG_AGO);
        assertThat(keeper.catchUp()).isEqualTo(new Progress(2, 2, 2, true));
        assertThat(keeper.catchUp()).isEqualTo(new Progress(0, 2, 2, true));
        assertThat(ids()).containsExactly(id(2016, 1), id(2016, 2));

        log.revise(id(2016, 1), example(77), "The number was wrong.", LONG_AGO.plusSeconds(60));
        log.withdraw(id(2016, 2), "It was none.", LONG_AGO.plusSeconds(60));

        assertThat(keeper.catchUp()).isEqualTo(new Progress(2, 1, 4, true));
        assertThat(found())
                .containsExactly(
                        new PublishedBreach(
                                id(2016, 1),
                                2,
                                Status.REVISED,
                                LONG_AGO,
                                LONG_AGO.plusSeconds(60),
                                "The number was wrong.",
                                example(77)));
    }

    @Test
    void showsNothingBeforeItsTime() throws Exception {
        var keeper = keeper();
        var release = Instant.now().plusMillis(1_500);
        publish(1, release);
        publish(2, LONG_AGO);

        assertThat(keeper.catchUp().inStep()).isTrue();
        assertThat(ids()).containsExactly(id(2016, 2));
        publish(3, LONG_AGO);
        assertThat(keeper.catchUp().position()).isEqualTo(3);
        assertThat(ids()).containsExactly(id(2016, 2), id(2016, 3));
        assertThat(keeper.rebuild().breaches()).isEqualTo(2);
        assertThat(ids()).containsExactly(id(2016, 2), id(2016, 3));

        Thread.sleep(Duration.between(Instant.now(), release).plusMillis(50));
        assertThat(keeper.catchUp().breaches()).isEqualTo(3);
        assertThat(ids()).containsExactly(id(2016, 1), id(2016, 2), id(2016, 3));
    }

    @Test
    void showsNothingEarlyByAClockThatIsAhead() throws Exception {
        var ahead =
                new IndexKeeper(
                        index,
                        log,
                        CODE,
                        PRODUCERS,
                        Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
        var release = Instant.now().plusMillis(1_000);
        publish(1, release);
        publish(2, LONG_AGO);
        assertThat(ahead.catchUp().breaches()).isEqualTo(1);

        Thread.sleep(Duration.between(Instant.now(), release).plusMillis(50));
        assertThat(ahead.catchUp().breaches()).isEqualTo(2);
    }

    @Test
    void showsARevisionFromItsTimeOn() throws Exception {
        var keeper = keeper();
        publish(1, LONG_AGO);
        var release = Instant.now().plusMillis(1_000);
        log.revise(id(2016, 1), example(2), "A number was wrong.", release);
        keeper.catchUp();
        assertThat(found()).extracting(PublishedBreach::version).containsExactly(1);

        Thread.sleep(Duration.between(Instant.now(), release).plusMillis(50));
        assertThat(keeper.catchUp().inStep()).isTrue();
        assertThat(found()).extracting(PublishedBreach::version).containsExactly(2);
    }

    @Test
    void takesInMoreThanABatchAtOnce() {
        for (var serial = 1; serial <= 1_100; serial++) {
            publish(serial, LONG_AGO.plusSeconds(serial * 7_919L % 1_100));
        }
        assertThat(keeper().catchUp()).isEqualTo(new Progress(1_100, 1_100, 1_100, true));
        assertThat(found()).hasSize(1_100);
    }

    @Test
    void isNotDisturbedByAWriterThatDied() {
        publish(1, LONG_AGO);
        keeper().catchUp();
        publish(2, LONG_AGO);
        var lucene = new LuceneBreachIndex(index, CODE, PRODUCERS);
        try (var abandoned = lucene.update().orElseThrow()) {
            abandoned.put(breach(2016, 9).published());
        }
        try (var abandoned = lucene.replacement().orElseThrow()) {
            abandoned.put(breach(2016, 9).published());
        }

        assertThat(ids()).containsExactly(id(2016, 1));
        assertThat(keeper().catchUp()).isEqualTo(new Progress(1, 2, 2, true));
        assertThat(ids()).containsExactly(id(2016, 1), id(2016, 2));
        keeper().rebuild();
        assertThat(generations()).hasSize(1);
    }

    @Test
    void saysThatItIsBehindWhereAnotherWriterIsSlow() {
        publish(1, LONG_AGO);
        keeper().catchUp();
        publish(2, LONG_AGO);
        var lucene = new LuceneBreachIndex(index, CODE, PRODUCERS);
        try (var slow = lucene.update().orElseThrow()) {
            assertThat(slow.mark().position()).isEqualTo(1);
            assertThat(keeper().catchUp()).isEqualTo(new Progress(0, 1, 1, false));
        }
        assertThat(keeper().catchUp()).isEqualTo(new Progress(1, 2, 2, true));
    }

    @Test
    void rebuildsWhatIsMissingDamagedOrNotOfThisLog() throws Exception {
        publish(1, LONG_AGO);
        keeper().catchUp();
        for (var file : filesOfCurrent()) {
            Files.write(file, new byte[] {7});
        }
        assertThat(keeper().catchUp()).isEqualTo(new Progress(1, 1, 1, true));
        assertThat(ids()).containsExactly(id(2016, 1));

        var broken =
                filesOfCurrent().stream()
                        .filter(file ->
                                file.toString().endsWith(".cfs")
                                        || file.toString().endsWith(".fdt"))
                        .findFirst()
                        .orElseThrow();
        var bytes = Files.readAllBytes(broken);
        bytes[bytes.length / 2] ^= 1;
        Files.write(broken, bytes);
        assertThat(keeper().catchUp()).isEqualTo(new Progress(1, 1, 1, true));

        Files.delete(index.resolve("current"));
        assertThat(keeper().catchUp()).isEqualTo(new Progress(1, 1, 1, true));

        var other = new RegisterLog(TestDatabase.fresh());
        other.publish(id(2020, 5), example(5), LONG_AGO);
        assertThat(new IndexKeeper(index, other, CODE, PRODUCERS, Clock.systemUTC()).catchUp())
                .isEqualTo(new Progress(1, 1, 1, true));
        assertThat(ids()).containsExactly(id(2020, 5));
    }

    @Test
    void answersWhileTheIndexIsRebuilt() throws Exception {
        for (var serial = 1; serial <= 200; serial++) {
            publish(serial, LONG_AGO);
        }
        keeper().catchUp();
        var done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(3);
                var shared = new LuceneBreachSearch(index, CODE, PRODUCERS)) {
            var readers = new ArrayList<Future<Long>>();
            for (var reader = 0; reader < 2; reader++) {
                readers.add(
                        threads.submit(() -> {
                            var questions = 0L;
                            while (!done.get()) {
                                assertThat(shared.find(BreachQuery.ALL).total()).isEqualTo(200);
                                try (var fresh = new LuceneBreachSearch(index, CODE, PRODUCERS)) {
                                    assertThat(fresh.find(BreachQuery.ALL).total()).isEqualTo(200);
                                }
                                questions++;
                            }
                            return questions;
                        }));
            }
            try {
                for (var i = 0; i < 10; i++) {
                    assertThat(keeper().rebuild().breaches()).isEqualTo(200);
                }
            } finally {
                done.set(true);
            }
            for (var reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
        assertThat(generations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void staysInStepWithManyKeepersAtOnce(long given) throws Exception {
        var seed = Long.getLong("test.seed", given);
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var keepers = new ArrayList<Future<Boolean>>();
            for (var i = 0; i < 3; i++) {
                var random = new Random(seed + i);
                var keeper = keeper();
                keepers.add(
                        threads.submit(
                                (Callable<Boolean>)
                                        () -> {
                                            while (writing.get()) {
                                                if (random.nextInt(6) == 0) {
                                                    keeper.rebuild();
                                                } else {
                                                    keeper.catchUp();
                                                }
                                            }
                                            return keeper.catchUp().inStep();
                                        }));
            }
            try {
                publishAndWithdraw(new Random(seed));
            } finally {
                writing.set(false);
            }
            for (var keeper : keepers) {
                assertThat(keeper.get()).isTrue();
            }
        }
        var expected = new ArrayList<BreachId>();
        log.each(
                Instant.now(),
                log.lastPosition(),
                breach -> {
                    if (breach.status() != Status.WITHDRAWN) {
                        expected.add(breach.id());
                    }
                });
        assertThat(ids()).as("seed %d", seed).isEqualTo(expected);
    }

    private void publishAndWithdraw(Random random) {
        for (var serial = 1; serial <= 150; serial++) {
            publish(serial, LONG_AGO.plusSeconds(random.nextInt(1_000)));
            if (random.nextInt(4) == 0) {
                log.withdraw(
                        id(2016, serial),
                        "A test.",
                        LONG_AGO.plusSeconds(1_000 + random.nextInt(1_000)));
            }
        }
    }

    private List<Path> filesOfCurrent() throws Exception {
        var generation = Files.readString(index.resolve("current")).strip();
        try (var files = Files.list(index.resolve(generation))) {
            return files.filter(file -> !file.endsWith("write.lock")).toList();
        }
    }

    private List<Path> generations() {
        try (var files = Files.list(index)) {
            return files.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
