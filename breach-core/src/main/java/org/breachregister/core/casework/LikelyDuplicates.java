package org.breachregister.core.casework;

import org.breachregister.core.database.Sql;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.EventSigns;
import org.breachregister.core.report.Likeness;
import org.breachregister.core.report.SameEvent;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/// Finds the cases that a report looks like, by signs that are kept beside each case. What was
/// found when a case was opened stays with it; nothing of it goes into what the producer wrote.
public final class LikelyDuplicates {

    /// As many of the cases that share most signs are compared word for word.
    private static final int CANDIDATES = 12;

    private static final int AT_A_TIME = 500;

    private final Sql sql;

    public LikelyDuplicates(DataSource database) {
        this.sql = new Sql(database);
    }

    /// The cases that a case looks like, those that were opened after it included; the likeliest
    /// first.
    public List<LikelyDuplicate> of(BreachId breach) {
        return of(List.of(breach)).getOrDefault(breach, List.of());
    }

    /// The same of several cases; one that looks like no other is absent.
    Map<BreachId, List<LikelyDuplicate>> of(Collection<BreachId> breaches) {
        var ids = breaches.stream().map(BreachId::value).toArray(String[]::new);
        var found = new HashMap<BreachId, List<LikelyDuplicate>>();
        sql.list(
                        row ->
                                Map.entry(
                                        new BreachId(row.text("breach")),
                                        new LikelyDuplicate(
                                                new BreachId(row.text("other")),
                                                row.number("percent") / 100.0,
                                                row.text("message"),
                                                row.number("percent") >= Likeness.STRONG * 100)),
                        """
                        select breach, original as other, percent, message
                        from likely_duplicate where breach = any (?)
                        union all
                        select original, breach, percent, replace(message, original, breach)
                        from likely_duplicate where original = any (?)
                        order by percent desc, other\
                        """,
                        ids,
                        ids)
                .forEach(one ->
                        found.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                                .add(one.getValue()));
        return found;
    }

    /// Which of the held cases a report looks like, the likeliest first.
    public List<LikelyDuplicate> among(SubmittedReport report) {
        return among(report, null);
    }

    /// The same of the cases of one body; null for all.
    List<LikelyDuplicate> among(SubmittedReport report, @Nullable ProducerId body) {
        var whose = body == null ? new String[0] : new String[] {body.value()};
        signOlderCases();
        var signs = EventSigns.of(report);
        if (signs.isEmpty()) {
            return List.of();
        }
        return sql
                .list(
                        row ->
                                new Candidate(
                                        new BreachId(row.text("id")),
                                        row.json("report").as(SubmittedReport.class)),
                        """
                        select b.id, b.report::text as report
                        from (select cases.breach, count(*) as shared
                              from unnest(string_to_array(?, ' ')::bigint[]) as one
                              cross join lateral (
                                  select first.breach, count(*) over () as bearers
                                  from (select s.breach from breach_sign s
                                        where s.sign = one
                                            and (?::text[] = '{}' or exists (
                                                select from breach b
                                                where b.id = s.breach and b.bodies @> ?::text[]))
                                        order by s.breach limit ?) first) cases
                              where cases.bearers < ?
                              group by cases.breach
                              order by shared desc, cases.breach
                              limit ?) near
                        join breach b on b.id = near.breach\
                        """,
                        joined(signs),
                        whose,
                        whose,
                        EventSigns.COMMON,
                        EventSigns.COMMON,
                        CANDIDATES)
                .stream()
                .flatMap(candidate ->
                        SameEvent.of(report, candidate.report())
                                .map(likeness -> likely(candidate.breach(), likeness))
                                .stream())
                .sorted(
                        Comparator.comparingDouble(LikelyDuplicate::confidence)
                                .reversed()
                                .thenComparing(likely -> likely.of().value()))
                .toList();
    }

    /// Keeps the signs of a new case, and what it looks like.
    void keep(BreachId breach, SubmittedReport report, List<LikelyDuplicate> found) {
        sign(breach.value(), report);
        for (var likely : found) {
            sql.change(
                    """
                    insert into likely_duplicate (breach, original, percent, message)
                    values (?, ?, ?, ?)\
                    """,
                    breach.value(),
                    likely.of().value(),
                    Math.round(likely.confidence() * 100),
                    likely.message());
        }
    }

    /// Whether a case that a given one is very likely the same as, found from either side, has ever
    /// been published.
    boolean isPublishedAlready(BreachId breach) {
        return sql.only(
                        row -> row.number("n"),
                        """
                        select count(*) as n
                        from likely_duplicate d
                        join register_log l
                          on l.breach_id = case when d.breach = ? then d.original else d.breach end
                        where (d.breach = ? or d.original = ?) and d.percent >= ?\
                        """,
                        breach.value(),
                        breach.value(),
                        breach.value(),
                        Math.round(Likeness.STRONG * 100))
                > 0;
    }

    /// Cases that were opened before there were signs get theirs with the first search.
    private void signOlderCases() {
        while (true) {
            var unsigned =
                    sql.list(
                            row ->
                                    new Candidate(
                                            new BreachId(row.text("id")),
                                            row.json("report").as(SubmittedReport.class)),
                            """
                            select b.id, b.report::text as report
                            from (select breach from breach_without_signs limit ?) old
                            join breach b on b.id = old.breach\
                            """,
                            AT_A_TIME);
            if (unsigned.isEmpty()) {
                return;
            }
            unsigned.forEach(old -> {
                sign(old.breach().value(), old.report());
                sql.change(
                        "delete from breach_without_signs where breach = ?", old.breach().value());
            });
        }
    }

    private void sign(String breach, SubmittedReport report) {
        sql.change(
                """
                insert into breach_sign (sign, breach)
                select sign, ? from unnest(string_to_array(?, ' ')::bigint[]) as sign
                on conflict do nothing\
                """,
                breach,
                joined(EventSigns.of(report)));
    }

    private static String joined(Collection<Long> signs) {
        return signs.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static LikelyDuplicate likely(BreachId original, Likeness likeness) {
        return new LikelyDuplicate(
                original,
                likeness.confidence(),
                "Looks like the report held as %s: %s; check before it is counted as a breach of its own."
                        .formatted(original, likeness.inShort()),
                likeness.isStrong());
    }

    private record Candidate(BreachId breach, SubmittedReport report) {}
}
