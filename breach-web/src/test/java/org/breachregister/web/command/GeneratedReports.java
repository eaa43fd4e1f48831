package org.breachregister.web.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Writes any number of made-up reports; the same seed gives the same files.
final class GeneratedReports {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private static final List<String> PRODUCERS =
            List.of(
                    "Ministry of Justice",
                    "Office for National Statistics",
                    "Department for Transport (DfT)",
                    "Scottish Government",
                    "Welsh Government",
                    "Home Office",
                    "Department for Work and Pensions",
                    "HM Revenue & Customs");

    private static final List<String> OUTPUTS =
            List.of(
                    "Quarterly courts bulletin",
                    "Monthly index of services",
                    "Road traffic estimates",
                    "Housing in brief",
                    "School census",
                    "Prison population in context");

    private static final List<String> EVENTS =
            List.of(
                    "a draft was sent to a mailing list instead of two named analysts",
                    "the page went live at 9.02am, twenty-eight minutes before the time announced",
                    "the tables were put up at 10.15am because a scheduled job had been switched off",
                    "a colleague in the press office quoted a figure to a reporter the afternoon before",
                    "the wrong workbook was attached, and it held next month's totals");

    private GeneratedReports() {}

    /// Writes `count` reports into a directory.
    static void write(Path directory, int count, long seed) {
        var random = new Random(seed);
        try {
            Files.createDirectories(directory);
            for (var i = 1; i <= count; i++) {
                Files.writeString(
                        directory.resolve(String.format(Locale.ROOT, "report-%06d.txt", i)),
                        report(i, random));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String report(int number, RandomGenerator random) {
        var occurred = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(5900));
        var reported = occurred.plusDays(random.nextInt(20));
        return occurred.isBefore(LocalDate.of(2018, 2, 22))
                ? formB(number, occurred, reported, random)
                : formC(number, occurred, reported, random);
    }

    private static String formB(
            int number, LocalDate occurred, LocalDate reported, RandomGenerator random) {
        return """
        BREACH OF THE CODE OF PRACTICE FOR OFFICIAL STATISTICS

        1. Background information

        Name of Statistical Output (including weblink to the relevant output or 'landing page')

        %s, issue %d

        Name of Producer Organisation

        %s

        Name and contact details of the statistical Head of Profession (Lead Official in an Arm's Length Body) submitting this report, and date of report

        Perdita Example, Head of Profession, perdita.example@stats.example.gov.uk
        DATE: %s

        2. Circumstances of breach

        Relevant Principle/Protocol and Practice

        Protocol 2, Practice %d

        Date of occurrence

        %s

        Nature of breach (including links with previous breaches, if any)

        On the day %s. Case number %d of this year was opened at once.

        Reasons for breach

        A check that two people should make was made by one.

        3. Reactions and impact (both within the producer body and outside)

        There were %d enquiries.

        4. Corrective actions taken to prevent reoccurrence of such a breach (include short-term actions, and long-term changes made to procedures)

        The list is now checked by a second person.

        5. Links to published statements about this breach

        None.

        6. Any other relevant supporting material

        None.
        """
                .formatted(
                        pick(OUTPUTS, random),
                        number,
                        pick(PRODUCERS, random),
                        DAY.format(reported),
                        random.nextBoolean() ? 8 : 4,
                        DAY.format(occurred),
                        pick(EVENTS, random),
                        number,
                        random.nextInt(30));
    }

    private static String formC(
            int number, LocalDate occurred, LocalDate reported, RandomGenerator random) {
        return """
        Information needed Response
        Title and link to statistical output
        %s, issue %d
        Name of producer organisation
        %s
        Name and contact details of person dealing with report
        Perdita Example, perdita.example@stats.example.gov.uk
        Name and contact details of Head of Profession for Statistics or Lead Official
        Orlando Sample, 01632 960123
        Link to published statement about the breach (if relevant)

        Date of breach report
        %s

        Information needed Response
        Relevant principle(s) and practice(s)
        Principle T3: Orderly release, practice T3.%d
        Date of occurrence of breach
        %s

        On the day %s. Case number %d of this year was opened at once. Perdita Example made the calls.

        There were %d enquiries, none of them from the press.

        The list is now checked by a second person.
        """
                .formatted(
                        pick(OUTPUTS, random),
                        number,
                        pick(PRODUCERS, random),
                        DAY.format(reported),
                        random.nextBoolean() ? 4 : 6,
                        DAY.format(occurred),
                        pick(EVENTS, random),
                        number,
                        random.nextInt(30));
    }

    private static <T> T pick(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
