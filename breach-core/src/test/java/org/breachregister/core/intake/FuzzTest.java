package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.publication.PublicRecords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;

class FuzzTest {

    private static final List<String> SCRAPS =
            List.of(
                    "|",
                    "**",
                    "<td>",
                    "</table>",
                    "\u00AD",
                    "\uE001",
                    "> ",
                    "\n",
                    "\t",
                    "@",
                    "(",
                    ")",
                    "[",
                    "](",
                    "Date of occurrence",
                    "01632 960 1",
                    "31/02/2020",
                    "ZZ1 1ZZ",
                    "http://",
                    "\uD83D",
                    "\u0301",
                    "Mr ",
                    "---|---",
                    "+--+",
                    "#",
                    "<pre>");

    static LongStream seeds() {
        var given = Long.getLong("test.seed");
        return given != null ? LongStream.of(given) : LongStream.range(0, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDamagedReportIsReadOrRefusedAndNeverBreaksTheReader(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var sources =
                List.of(
                        Samples.FORM_A,
                        Samples.FORM_B,
                        Samples.FORM_C,
                        Samples.FORM_C_GLUED,
                        Samples.FORM_C_MARKDOWN,
                        Samples.forwarded());
        var text = damaged(sources.get(random.nextInt(sources.size())), random);

        var reading = Samples.READER.read(text.getBytes(StandardCharsets.UTF_8), "damaged.txt");

        if (reading instanceof Reading.Report(var report, _, _)) {
            ReportReaderTest.assertOffsets(report);
            var published = new PublicRecords(Samples.CODE, Samples.PRODUCERS).of(report);
            assertThat(published.producers()).isNotEmpty();
        }
    }

    private static String damaged(String source, RandomGenerator random) {
        var text = new StringBuilder(source);
        for (var i = random.nextInt(1, 40); i > 0 && text.length() > 10; i--) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
                case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(60)));
                default -> {
                    var from = random.nextInt(text.length());
                    text.insert(at, text.substring(from, Math.min(text.length(), from + 80)));
                }
            }
        }
        return text.toString();
    }
}
