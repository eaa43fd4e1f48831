package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.report.EventSigns;
import org.breachregister.core.report.Likeness;
import org.breachregister.core.report.SameEvent;
import org.breachregister.core.report.SubmittedReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Reports that are one event told twice, and reports that only look like it.
class SameEventTest {

    private static final Path SAMPLES = Path.of("../breach-web/src/main/resources/samples/reports");

    private static final String LATE =
            """
            Information needed Response
            Title and link to statistical output
            Canal Traffic in England, %s
            Name of producer organisation
            %s
            Name and contact details of person dealing with report
            Perdita Example
            Date of breach report
            %s

            Information needed Response
            Relevant principle(s) and practice(s)
            Principle T3: Orderly release, practice T3.6
            Date of occurrence of breach
            %s

            The tables were to go live at 9.30am on %s. The job that puts them up had been switched off for the upgrade of the system, and nobody had put it on again. They were put up by hand at 10.15am.

            There was no impact outside the branch, and nobody asked for the tables in the meantime.

            The list of things to do before a release now has the job on it, and a second person looks at it.
            """;

    private static final String JUNE =
            late("June 2021", "Department for Transport", "9 July 2021", "6 July 2021");

    private static String late(String period, String producer, String reported, String day) {
        return LATE.formatted(period, producer, reported, day, day);
    }

    @Test
    void findsAReportSentAgain() {
        var likeness = likeness(JUNE, JUNE.replace("Perdita Example", "The branch")).orElseThrow();

        assertThat(likeness.isStrong()).isTrue();
        assertThat(likeness.inShort())
                .isEqualTo(
                        "the same producer, output and day of occurrence, and 100% of its words");
        assertThat(likeness.reasons())
                .contains(
                        "They name the same producer.",
                        "They name the same output.",
                        "They share the day of occurrence, 2021-07-06.",
                        "Both were reported on 2021-07-09.",
                        "100% of their words are the same.");
    }

    @Test
    void findsAReportThatWasSentAgainWithASlipMended() {
        var mended = JUNE.replace("6 July 2021", "5 July 2021");

        assertThat(likeness(JUNE, mended)).isEmpty();
        assertThat(likeness(JUNE, mended.replace("am on 5 July 2021", "am on 6 July 2021")))
                .hasValueSatisfying(likeness -> {
                    assertThat(likeness.isStrong()).isFalse();
                    assertThat(likeness.reasons()).contains("Their days of occurrence differ.");
                });
    }

    @Test
    void tellsARepeatOfTheSameBreachAMonthLaterFromIt() {
        var later = late("July 2021", "Department for Transport", "9 August 2021", "6 August 2021");

        assertThat(likeness(JUNE, later)).isEmpty();
        assertThat(likeness(JUNE, later.replace("July 2021", "June 2021"))).isEmpty();
    }

    @Test
    void tellsReportsOfOneProducerOnOneDayAboutDifferentOutputsApart() {
        assertThat(likeness(JUNE, JUNE.replace("Canal Traffic", "Bus Fares"))).isEmpty();
        assertThat(likeness(JUNE, JUNE.replace("in England", "in Wales"))).isEmpty();
    }

    @Test
    void tellsTwoEventsOfOneOutputOnOneDayApart() {
        var account = JUNE.substring(JUNE.indexOf("The tables were"));
        var other =
                JUNE.replace(
                        account,
                        """
                        At noon a draft of next month's bulletin was e-mailed to a journalist whose name begins like that of a colleague. He deleted it when he was asked to, and said so in writing.

                        The press office has been told, and no figure was printed.
                        """);

        assertThat(likeness(JUNE, other)).isEmpty();
    }

    @Test
    void proposesTheSameWordsFromTwoBodiesWithLessConfidence() {
        var other = JUNE.replace("Department for Transport", "Welsh Government");

        assertThat(likeness(JUNE, other))
                .hasValueSatisfying(likeness -> {
                    assertThat(likeness.isStrong()).isFalse();
                    assertThat(likeness.reasons()).contains("They name different producers.");
                });
    }

    @Test
    void noTwoSamplesAreOneButTheOnesThatAreMeantToBe() throws IOException {
        var samples = samples();
        var found = new ArrayList<String>();
        for (var one : samples) {
            for (var other : samples) {
                if (one.name().compareTo(other.name()) < 0
                        && SameEvent.of(one.report(), other.report()).isPresent()) {
                    found.add(one.name() + " " + other.name());
                }
            }
        }

        assertThat(found)
                .containsExactly(
                        "2024-07-dfe-further-education-and-skills-page.html"
                                + " 2024-07-dfe-further-education-and-skills.md");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void knowsASampleAgainInAnotherRendering(int round) throws IOException {
        var seed = Long.getLong("test.seed", 20210311L) + round;
        System.out.println("SameEventTest: seed " + seed);
        var random = new Random(seed);
        for (var sample : samples()) {
            if (!sample.name().endsWith(".txt") && !sample.name().endsWith(".md")) {
                continue;
            }
            var copy = report(rendered(sample.text(), random));

            assertThat(SameEvent.of(sample.report(), copy))
                    .as(sample.name())
                    .hasValueSatisfying(likeness ->
                            assertThat(likeness.isStrong()).as(likeness.toString()).isTrue());
            var shared = new HashSet<>(EventSigns.of(sample.report()));
            shared.retainAll(EventSigns.of(copy));
            assertThat(shared).as(sample.name()).hasSizeGreaterThan(2);
        }
    }

    @Test
    void takesNoLongerThanTheTextsAreLong() {
        var one = report(JUNE.replace("They were put", "word ".repeat(100_000) + "They were put"));

        var start = System.nanoTime();
        assertThat(SameEvent.of(one, one)).isPresent();
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    /// The text as a copy of it may look: other quotes, soft hyphens, other spaces, a word here and
    /// there taken out. Only what is told is touched, in the second half, and no label.
    private static String rendered(String text, Random random) {
        var lines = text.lines().toList();
        var worn = new ArrayList<String>();
        for (var line : lines) {
            worn.add(
                    worn.size() < lines.size() / 2 || !line.matches("\\p{L}[^()?:]{40,}")
                            ? line
                            : worn(line, random));
        }
        return String.join("\n", worn);
    }

    private static String worn(String line, Random random) {
        var words = new ArrayList<String>();
        for (var word : line.split(" ")) {
            if (!word.chars().allMatch(Character::isLetter) || word.length() < 4) {
                words.add(word.replace('\'', '’').replace('"', '“'));
            } else {
                switch (random.nextInt(60)) {
                    case 0 -> words.add("[removed]");
                    case 1, 2 -> words.add(word.substring(0, 2) + "\u00ad" + word.substring(2));
                    default -> words.add(word);
                }
            }
        }
        return String.join(random.nextInt(4) == 0 ? "\u00a0" : " ", words);
    }

    private record Sample(String name, String text, SubmittedReport report) {}

    private static List<Sample> samples() throws IOException {
        var samples = new ArrayList<Sample>();
        try (var files = Files.list(SAMPLES)) {
            for (var file : files.sorted().toList()) {
                var content = Files.readAllBytes(file);
                if (Samples.READER.read(content, "sample") instanceof Reading.Report read) {
                    samples.add(
                            new Sample(
                                    file.getFileName().toString(),
                                    new String(content, StandardCharsets.UTF_8),
                                    read.report()));
                }
            }
        }
        assertThat(samples).hasSizeGreaterThan(30);
        return samples;
    }

    private static Optional<Likeness> likeness(String one, String other) {
        var likeness = SameEvent.of(report(one), report(other));
        assertThat(SameEvent.of(report(other), report(one))).isEqualTo(likeness);
        return likeness;
    }

    private static SubmittedReport report(String text) {
        return Samples.report(text);
    }
}
