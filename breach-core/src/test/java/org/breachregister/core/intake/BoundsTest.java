package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.publication.PublicRecords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/// Documents that no author wrote are refused or read in bounded time.
class BoundsTest {

    private static double seconds(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var from = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - from) / 1e9;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "(", "@", "-", "a ", "|", "<"})
    void aLineOfTwentyMegabytesIsRefusedAtOnce(String piece) {
        var content = piece.repeat(20_000_000 / piece.length()).getBytes(StandardCharsets.UTF_8);

        var took =
                seconds(() -> {
                    var reading = Samples.READER.read(content, "long.txt");
                    assertThat(reading)
                            .isInstanceOfSatisfying(
                                    Reading.Unreadable.class,
                                    refused ->
                                            assertThat(refused.reason())
                                                    .contains("20,000,000 characters")
                                                    .contains("1,000,000"));
                });

        assertThat(took).isLessThan(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@",
                "(0",
                "Practice 1 ",
                "1/",
                "Mr A",
                "Mr Ab ",
                "[",
                "[a](",
                "|",
                "| a ",
                ">",
                "> ",
                "ann dot ",
                "a at ",
                "0 ",
                "01632 ",
                "ZZ1 ",
                "T3.",
                "1 May ",
                "Ann Roe, ",
                "will by ",
                "**",
                "a_",
                "http://",
                "<b>",
                "\\",
                "No. ",
                "Heron House, ",
                "x9 ",
                "%40",
                "breach of ",
                "_a ",
                "^a",
                "(at)",
                "a.\n",
                "@\n"
            })
    void aReportFilledWithOnePieceIsReadInTime(String piece) {
        var text =
                Samples.FORM_C.stripTrailing()
                        + "\n\n"
                        + piece.repeat((900_000 - Samples.FORM_C.length()) / piece.length());

        var took = seconds(() -> readAndRedact(text));

        // What is quadratic takes minutes; a slow or busy machine does not.
        assertThat(took).as(piece).isLessThan(15);
    }

    private static void readAndRedact(String text) {
        if (Samples.reading(text) instanceof Reading.Report(var report, _, _)) {
            new PublicRecords(Samples.CODE, Samples.PRODUCERS).of(report);
        }
    }
}
