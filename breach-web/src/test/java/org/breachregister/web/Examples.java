package org.breachregister.web;

import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecord.NamedProducer;
import org.breachregister.core.publication.PublicRecord.NamedReference;
import org.breachregister.core.publication.PublicRecord.Promise;
import org.breachregister.core.publication.RegisterLog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A small register to test pages and endpoints with.
public final class Examples {

    /// The breach with every field.
    public static final BreachId FULL = BreachId.of(2016, 1);

    /// A breach of the future that nobody may see.
    public static final BreachId EMBARGOED = BreachId.of(2026, 900);

    /// A breach that was taken off the register.
    public static final BreachId WITHDRAWN = BreachId.of(2017, 77);

    /// A breach whose every text tries to be more than text.
    public static final BreachId HOSTILE = BreachId.of(2018, 66);

    private static final Instant LONG_AGO = Instant.parse("2020-01-06T09:30:00Z");

    private static final List<String> SERIES =
            List.of(
                    "Prison Population Quarterly",
                    "Hospital Waiting Times",
                    "Port Freight Statistics",
                    "House Building",
                    "Pupil Absence in Schools",
                    "Fuel Poverty",
                    "Crime Outcomes",
                    "Labour Market Overview");

    private static final List<NamedProducer> BODIES =
            List.of(
                    body("Ministry of Justice", "ministry-of-justice", "England and Wales"),
                    body("Department for Transport", "department-for-transport", "UK"),
                    body("Scottish Government", "scottish-government", "Scotland"),
                    body("Welsh Government", "welsh-government", "Wales"),
                    body("Office for National Statistics", "office-for-national-statistics", "UK"));

    private Examples() {}

    /// Fills a register log.
    public static void publish(RegisterLog log, Instant now) {
        records().forEach((id, record) -> log.publish(id, record, LONG_AGO));
        log.publish(HOSTILE, hostile(), LONG_AGO);
        log.publish(WITHDRAWN, titled("Vanished Statistics"), LONG_AGO);
        log.withdraw(WITHDRAWN, "It was no breach after all.", LONG_AGO.plusSeconds(60));
        log.publish(EMBARGOED, titled("Embargoed Zebra Statistics"), now.plusSeconds(86_400));
    }

    /// The breaches that anybody may see, but for the hostile one.
    public static Map<BreachId, PublicRecord> records() {
        var records = new TreeMap<BreachId, PublicRecord>();
        records.put(FULL, full());
        for (int number = 0; number < 44; number++) {
            var year = 2009 + number * 5 % 17;
            records.put(BreachId.of(year, 10 + number), plain(number, year));
        }
        return records;
    }

    private static PublicRecord full() {
        return new PublicRecord(
                List.of(
                        new NamedProducer(
                                "MoJ (prison statistics team)",
                                new ProducerId("ministry-of-justice"),
                                "Ministry of Justice",
                                "Ministry of Justice",
                                "England and Wales"),
                        new NamedProducer("NOMS analysts", null, null, null, null)),
                "Prison Population Quarterly, April to June 2016",
                "Prison Population Quarterly",
                List.of("https://example.org/statistics/prison-population", "javascript:alert(1)"),
                EditionId.E1_0,
                List.of(
                        new NamedReference(
                                "Protocol 2 - release",
                                new ElementId(EditionId.E1_0, "Protocol 2"),
                                "Release practices"),
                        new NamedReference(
                                "P2 (8)", new ElementId(EditionId.E1_0, "Protocol 2.8"), null),
                        new NamedReference("The usual rules", null, null)),
                LocalDate.of(2016, 9, 30),
                LocalDate.of(2016, 10, 1),
                LocalDate.of(2016, 10, 3),
                "leak",
                "press office",
                """
                On 30 September figures were leaked to a newspaper by [name removed], four weeks before their release.

                The figures were:
                - the number of prisoners
                - the number of releases,
                  by month
                - assaults

                They are described at https://example.org/figures?a=1&b=2. Questions went to [email address removed].
                """,
                "A list of recipients was out of date.\nNobody had checked it since March.",
                "The newspaper printed two of the figures. No complaint was received.",
                "1. The list was corrected.\n2. Two people now check every list before it is used.",
                List.of("https://example.org/statement"),
                List.of("A leaked table in 2012"),
                List.of(
                        new Promise(
                                "We will report again once the review is complete.",
                                LocalDate.of(2017, 3, 31)),
                        new Promise("Training will be repeated each year.", null)));
    }

    private static PublicRecord plain(int number, int year) {
        var day = LocalDate.of(year, 1 + number % 12, 1 + number % 28);
        var series = SERIES.get(number % SERIES.size());
        var edition = day.isBefore(LocalDate.of(2018, 2, 22)) ? EditionId.E1_0 : EditionId.E2_1;
        var reference =
                edition.equals(EditionId.E1_0) ? "Protocol 2" : number % 3 == 0 ? "T3" : "T3.4";
        return new PublicRecord(
                List.of(BODIES.get(number % BODIES.size())),
                series + " " + year,
                series,
                List.of("https://example.org/" + number),
                edition,
                List.of(new NamedReference(reference, new ElementId(edition, reference), null)),
                day,
                day,
                day.plusDays(number % 9),
                number % 2 == 0 ? "early release" : "late release",
                null,
                "The page went live at 9.02am instead of 9.30am because a scheduled job ran early. Number "
                        + number
                        + ".",
                null,
                null,
                "The schedule is now checked by two people.",
                List.of(),
                List.of(),
                List.of());
    }

    /// A record that says nothing but a title.
    public static PublicRecord titled(String title) {
        return new PublicRecord(
                List.of(BODIES.getFirst()),
                title,
                title,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /// A record that carries a script in every text.
    public static PublicRecord hostile() {
        return new PublicRecord(
                List.of(new NamedProducer(script(1), null, null, null, null)),
                script(2),
                script(3),
                List.of("javascript:" + script(4), "https://example.org/\"onmouseover=alert(5)"),
                EditionId.E2_1,
                List.of(new NamedReference(script(6), null, script(7))),
                LocalDate.of(2018, 3, 4),
                LocalDate.of(2018, 3, 4),
                LocalDate.of(2018, 3, 5),
                script(8),
                script(9),
                script(10)
                        + "\n\n- "
                        + script(11)
                        + "\n- https://example.org/<script>alert(12)</script>",
                script(13),
                script(14),
                script(15),
                List.of("data:text/html," + script(16), "https://user@example.org/"),
                List.of(script(17)),
                List.of(new Promise(script(18), null)));
    }

    private static String script(int number) {
        return "</title></textarea>\"'><script>alert(%d)</script><img src=x onerror=alert(%d)> ${7*7} [[${7*7}]]"
                .formatted(number, number);
    }

    private static NamedProducer body(String name, String id, String nation) {
        return new NamedProducer(name, new ProducerId(id), name, name, nation);
    }
}
