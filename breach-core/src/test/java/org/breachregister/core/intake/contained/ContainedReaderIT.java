package org.breachregister.core.intake.contained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.intake.ReportReader;
import org.breachregister.core.producer.Producers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

class ContainedReaderIT {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-05-01T23:30:00Z"), ZoneId.of("Europe/London"));
    private static final Limits SMALL = new Limits(Duration.ofSeconds(3), 64, 1 << 20);

    private static final String REPORT =
            """
            Title and link to statistical output: Rainfall Bulletin, April 2026
            Name of producer organisation: Ministry of Justice
            Name and contact details of person dealing with report: Ada Threlfall, 01632 960 001
            Date of breach report: 2 May 2026
            Relevant principle(s) and practice(s): T3.4
            Date of occurrence of breach: 28 April 2026

            The bulletin was sent to a mailing list a day early. We will report back by 30 June 2026.
            """;

    @Test
    void readsWhatAReaderInThisProcessReads() {
        var content = REPORT.getBytes(StandardCharsets.UTF_8);
        var inside = new ReportReader(CodeOfPractice.load(), Producers.load(), CLOCK);

        try (var reader = new ContainedReader(1, CLOCK, Limits.USUAL)) {
            assertThat(reader.read(content, "report.txt"))
                    .isInstanceOf(Reading.Report.class)
                    .isEqualTo(inside.read(content, "report.txt"));
            assertThat(reader.read(new byte[0], "none.txt"))
                    .isEqualTo(inside.read(new byte[0], "none.txt"));
            assertThat(reader.read("Dear all".getBytes(StandardCharsets.UTF_8), "letter.txt"))
                    .isEqualTo(
                            inside.read("Dear all".getBytes(StandardCharsets.UTF_8), "letter.txt"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "loop, more than 3 seconds",
        "heap, more memory",
        "flood, holds more than any report",
        "exit, ended the reader",
        "error, of an unusual make"
    })
    void refusesADocumentThatBreaksItsReaderAndReadsTheNext(String misdeed, String reason) {
        try (var reader = bad(1)) {
            var reading = reader.read(new byte[] {1}, misdeed);

            assertThat(reading)
                    .isInstanceOfSatisfying(
                            Reading.Unreadable.class,
                            refused ->
                                    assertThat(refused.reason()).contains(misdeed + ": ", reason));
            assertThat(reader.read(new byte[] {1}, "good"))
                    .isEqualTo(new Reading.NotAReport("good"));
        }
    }

    @Test
    void readsAgainWhenAReaderWasKilledFromOutside() {
        try (var reader = new ContainedReader(1, CLOCK, Limits.USUAL)) {
            var content = REPORT.getBytes(StandardCharsets.UTF_8);
            var first = reader.read(content, "report.txt");
            reader.processes().forEach(ProcessHandle::destroyForcibly);

            assertThat(reader.read(content, "report.txt")).isEqualTo(first);
        }
    }

    @Test
    void answersEveryReadWhileReadersAreKilled() throws Exception {
        var seed = Long.getLong("test.seed", 11);
        var random = new Random(seed);
        var content = REPORT.getBytes(StandardCharsets.UTF_8);
        try (var reader = new ContainedReader(2, CLOCK, Limits.USUAL);
                var threads = Executors.newFixedThreadPool(4)) {
            var good = reader.read(content, "report.txt");
            Callable<Reading> read = () -> reader.read(content, "report.txt");
            var reads = Stream.generate(() -> threads.submit(read)).limit(120).toList();
            for (var i = 0; i < 6; i++) {
                Thread.sleep(random.nextInt(150));
                reader.processes().stream().findAny().ifPresent(ProcessHandle::destroyForcibly);
            }
            for (var one : reads) {
                var reading = one.get();
                if (!reading.equals(good)) {
                    // A document that lost two readers is refused, and says so.
                    assertThat(reading)
                            .as("seed %d", seed)
                            .isInstanceOfSatisfying(
                                    Reading.Unreadable.class,
                                    refused -> assertThat(refused.reason()).contains("twice"));
                }
            }
            assertThat(reader.read(content, "report.txt")).isEqualTo(good);
        }
    }

    @Test
    void leavesNoProcessBehind() {
        var reader = new ContainedReader(1, CLOCK, Limits.USUAL);
        reader.read(REPORT.getBytes(StandardCharsets.UTF_8), "report.txt");
        var processes = reader.processes();
        assertThat(processes).hasSize(1);

        reader.close();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void endsAReaderWhoseParentIsGone() throws Exception {
        var process = ReaderCommand.of(ReaderProcess.class.getName(), Limits.USUAL).start();
        process.getOutputStream().close();

        assertThat(process.waitFor(Duration.ofSeconds(30))).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static ContainedReader bad(int processes) {
        return new ContainedReader(processes, CLOCK, SMALL, BadReaders.class.getName());
    }
}
