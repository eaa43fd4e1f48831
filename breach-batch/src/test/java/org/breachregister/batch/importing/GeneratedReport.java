package org.breachregister.batch.importing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// An invented report; the same number always gives the same one, and each number another.
///
/// @param answers the rows of the form
/// @param account the paragraphs below it
record GeneratedReport(Map<String, String> answers, List<String> account) {

    static final String ASKED_FOR_ACCOUNT =
            "Please give an account of what happened including roles of persons involved, dates and times:";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final List<String> PRODUCERS =
            List.of(
                    "Department for Transport",
                    "Office for National Statistics",
                    "Welsh Government",
                    "Scottish Government",
                    "HM Revenue and Customs");
    private static final List<String> WHO =
            List.of(
                    "A statistician in the team",
                    "The press office",
                    "A contractor",
                    "The deputy head of the branch",
                    "An analyst of another department");
    private static final List<String> DID =
            List.of(
                    "sent the workbook with the figures to",
                    "read the draft bulletin out to",
                    "shared a folder that held the tables with",
                    "showed a chart of the results to",
                    "left a printed copy of the bulletin with");
    private static final List<String> WHOM =
            List.of(
                    "a mailing list of forty people",
                    "a trade body that had asked for last year's figures",
                    "two colleagues who were not on the list",
                    "the organiser of a conference",
                    "a journalist of a local paper");
    private static final List<String> WHY =
            List.of(
                    "because the name of the list had been changed",
                    "since the reminder showed the day of another release",
                    "as the permissions of the folder came from the one above it",
                    "although the file was marked as restricted",
                    "while the person who checks such messages was on leave");

    static GeneratedReport number(int number) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_124L + number);
        var occurred = LocalDate.of(2020, 3, 1).plusDays(random.nextInt(2_300));
        var word = word(number);
        var answers = new LinkedHashMap<String, String>();
        answers.put(
                "Title and link to statistical output",
                "%s statistics %d https://statistics.example.gov.uk/%s"
                        .formatted(word, occurred.getYear(), word.toLowerCase(Locale.ROOT)));
        answers.put("Name of producer organisation", pick(PRODUCERS, random));
        answers.put(
                "Name and contact details of person dealing with report",
                "Perpetua %sford, 01632 960 %03d".formatted(word, random.nextInt(1_000)));
        answers.put(
                "Name and contact details of Head of Profession for Statistics or Lead Official",
                "Eustace Fenwright, eustace.fenwright@statistics.example.gov.uk");
        answers.put("Link to published statement about the breach (if relevant)", "None");
        answers.put("Date of breach report", DAY.format(occurred.plusDays(3)));
        answers.put("Relevant principle(s) and practice(s)", "T3.3 Orderly release");
        answers.put("Date of occurrence of breach", DAY.format(occurred));
        var account = new ArrayList<String>();
        for (var paragraph = 0; paragraph < 6; paragraph++) {
            var sentences = new StringBuilder();
            for (var sentence = 0; sentence < 4; sentence++) {
                sentences.append(
                        "At %d.%02dam on %s %s %s %s %s. "
                                .formatted(
                                        8 + random.nextInt(4),
                                        random.nextInt(60),
                                        DAY.format(occurred),
                                        pick(WHO, random).toLowerCase(Locale.ROOT),
                                        pick(DID, random),
                                        pick(WHOM, random),
                                        pick(WHY, random)));
            }
            account.add(sentences.toString().strip());
        }
        account.add(
                "Such files are now kept where only the %s team can open them.".formatted(word));
        return new GeneratedReport(answers, account);
    }

    /// A word of six letters that no other number has.
    static String word(int number) {
        var consonants = "bdfglmnprt";
        var vowels = "aeiou";
        var word = new StringBuilder();
        for (var rest = number; word.length() < 6; rest /= 50) {
            word.append(consonants.charAt(rest % 10)).append(vowels.charAt(rest / 10 % 5));
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String pick(List<String> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }
}
