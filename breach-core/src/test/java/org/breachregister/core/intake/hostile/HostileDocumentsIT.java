package org.breachregister.core.intake.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.intake.Reading;
import org.breachregister.core.intake.contained.ContainedReader;
import org.breachregister.core.intake.contained.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// Documents that attack their reader, or hide what nobody meant to hand in. Each is refused or
/// read without harm, by the reader itself: what contains it never has to stop it. After each, a
/// good report is read as before.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileDocumentsIT {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-05-03T09:00:00Z"), ZoneId.of("Europe/London"));

    /// By the clock on the wall, on a machine that other work may keep busy.
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(90), 256, 1 << 24);

    /// The most work that a document may make.
    private static final Duration MOST_WORK = Duration.ofSeconds(20);

    private ContainedReader reader;
    private Reading good;

    @BeforeAll
    void start() {
        reader = new ContainedReader(1, CLOCK, LIMITS);
        good = reader.read(Report.bytes(Report.text()), "good.txt");
        assertThat(good).isInstanceOf(Reading.Report.class);
    }

    @AfterAll
    void stop() {
        reader.close();
    }

    /// What the reading process has worked so far.
    private static Duration work() {
        return ProcessHandle.current()
                .children()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    static Stream<Case> cases() {
        return Stream.of(
                        ZipBombs.cases(),
                        OutsideEntities.cases(),
                        NamesInPackages.cases(),
                        ActiveContent.cases(),
                        Disguises.cases(),
                        Damage.cases(),
                        HiddenWords.cases(),
                        Extremes.cases(),
                        PatternTraps.cases())
                .flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefusedOrReadWithoutHarm(Case attack) {
        var content = attack.content().get();
        var before = work();
        var reading = reader.read(content, attack.fileName());
        assertThat(work().minus(before)).isLessThan(MOST_WORK);

        switch (attack.outcome()) {
            case Case.Outcome.Refused(var words) ->
                    assertThat(reading)
                            .isInstanceOfSatisfying(
                                    Reading.Unreadable.class,
                                    refused -> assertAll(words, refused.reason()));
            case Case.Outcome.Read(var words) ->
                    assertThat(reading)
                            .isInstanceOfSatisfying(
                                    Reading.Report.class,
                                    read -> assertAll(words, read.toString()));
            case Case.Outcome.Answered() -> assertThat(reading).isNotNull();
        }
        assertThat(reading.toString())
                .doesNotContain(Case.SECRET)
                .doesNotContain("root:x:")
                .doesNotContain("Reading it was stopped", "ended the reader", "of an unusual make");
        if (!(reading instanceof Reading.Report)) {
            assertThat(reading.toString())
                    .as("a sentence for a person")
                    .doesNotContainPattern("Exception|\\bjava\\b|org\\.|/tmp/|[\\p{Cc}\\p{Cf}]");
        }
        assertThat(reader.read(Report.bytes(Report.text()), "good.txt")).isEqualTo(good);
    }

    private static void assertAll(List<String> words, String text) {
        words.forEach(word -> assertThat(text).contains(word));
    }
}
