package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.intake.Line.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

class LabelsTest {

    private static final Labels LABELS = Labels.load();
    private static final long SEED = Long.getLong("test.seed", 20);
    private static final int ROUNDS = 40;

    /// The labels that a form prints, each with the field that it introduces.
    static Stream<List<String>> printed() {
        return TableFile.read("labels.tsv", 4).stream()
                .filter(row -> !row.get(1).equals("-"))
                .filter(row -> row.get(2).equals("start"))
                .filter(row -> !row.get(0).equals("preamble"));
    }

    @ParameterizedTest
    @MethodSource("printed")
    void findsALabelHoweverItIsSet(List<String> row) {
        var random = new Random(SEED + row.get(3).hashCode());
        for (var round = 0; round < ROUNDS; round++) {
            var set = mutated(row.get(3), random);
            var answer = random.nextBoolean() ? "Tide Tables 2021" : "";
            var cell = random.nextInt(3) == 0;
            var lines = lines(set, answer, cell, random);

            var match = LABELS.find(lines, 0);

            assertThat(match).as("seed %d: %s", SEED, lines).isNotNull();
            assertThat(match.label().field()).as("seed %d: %s", SEED, lines).isEqualTo(row.get(0));
            if (!cell && !answer.isEmpty()) {
                assertThat(match.rest()).as("seed %d: %s", SEED, lines).isEqualTo(answer);
            }
        }
    }

    /// Other case, quotes, dashes and spaces, soft hyphens, marks and numbers around it.
    private static String mutated(String label, Random random) {
        var text =
                switch (random.nextInt(4)) {
                    case 0 -> label.toUpperCase(Locale.ROOT);
                    case 1 -> label.toLowerCase(Locale.ROOT);
                    default -> label;
                };
        var set = new StringBuilder();
        for (var c : text.toCharArray()) {
            switch (c) {
                case '\'' -> set.append("'’‘`".charAt(random.nextInt(4)));
                case '-' -> set.append("-–—‑".charAt(random.nextInt(4)));
                case ' ' ->
                        set.append(
                                switch (random.nextInt(6)) {
                                    case 0 -> "\u00A0";
                                    case 1 -> "  ";
                                    case 2 -> " \t";
                                    default -> " ";
                                });
                default -> set.append(c);
            }
            if (random.nextInt(25) == 0 && Character.isLetter(c)) {
                set.append('\u00AD');
            }
        }
        return switch (random.nextInt(6)) {
            case 0 -> "2.1 " + set;
            case 1 -> "3) " + set;
            case 2 -> "• " + set;
            default -> set.toString();
        };
    }

    /// The label on one line or wrapped over two or three, with its answer behind it.
    private static List<Line> lines(String label, String answer, boolean cell, Random random) {
        var kind = cell ? Kind.LABEL_CELL : Kind.TEXT;
        var words = new ArrayList<>(List.of(Lines.tidy(label).split(" ")));
        var colon = random.nextBoolean() ? ":" : "";
        var lines = new ArrayList<Line>();
        var parts = words.size() < 4 ? 1 : 1 + random.nextInt(3);
        var each = (words.size() + parts - 1) / parts;
        for (var from = 0; from < words.size(); from += each) {
            var part = String.join(" ", words.subList(from, Math.min(words.size(), from + each)));
            var last = from + each >= words.size();
            var glued = !cell && last && !answer.isEmpty();
            var gap = colon.isEmpty() && random.nextInt(3) == 0 ? "" : " ";
            lines.add(
                    new Line(
                            part + (last ? colon : "") + (glued ? gap + answer : ""),
                            1,
                            kind,
                            false,
                            0));
        }
        if (cell) {
            lines.add(new Line("Tide Tables 2021", 1, Kind.ANSWER_CELL, false, 0));
        }
        return lines;
    }

    @Test
    void findsALabelThatLostItsTail() {
        for (var tail :
                new String[] {
                    "Name and contact details of Head of Profession for Statistics or Lead",
                    "Name and contact details of Head of Profession for Statistics or",
                    "Name and contact details of Head of Profession for Statistics",
                    "Name and contact details of Head of Profession for Statistics/Lead Official",
                    "Name and contact details of Head of Prof",
                    "6. Name and contact details of head of"
                }) {
            var match = LABELS.find(List.of(new Line(tail, 0, Kind.LABEL_CELL, false, 0)), 0);

            assertThat(match).as(tail).isNotNull();
            assertThat(match.label().field()).isEqualTo("headOfProfession");
        }
    }

    @Test
    void aStartThatLabelsOfSeveralFieldsShareIsNone() {
        for (var start : new String[] {"Name and contact details of", "Date of", "Name of"}) {
            assertThat(LABELS.find(List.of(new Line(start, 0, Kind.LABEL_CELL, false, 0)), 0))
                    .as(start)
                    .isNull();
        }
    }

    @Test
    void aSentenceThatStartsLikeALabelIsNone() {
        for (var sentence :
                new String[] {
                    "Reasons for the delay were given to users on the day.",
                    "Date of the next release is not known yet.",
                    "Name of the file was changed by a macro.",
                    "Nature reserves were left out of the table."
                }) {
            var match = LABELS.find(List.of(new Line(sentence, 0, Kind.TEXT, false, 0)), 0);

            assertThat(match == null || match.label().subHeading()).as(sentence).isTrue();
        }
    }
}
