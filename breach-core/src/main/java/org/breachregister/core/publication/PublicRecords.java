package org.breachregister.core.publication;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.CodeElement;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producer;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.publication.PublicRecord.NamedProducer;
import org.breachregister.core.publication.PublicRecord.NamedReference;
import org.breachregister.core.publication.PublicRecord.Promise;
import org.breachregister.core.report.OutputSeries;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Makes the public record of a report: redacted, with producers and references named. Safe for
/// many threads.
public final class PublicRecords {

    private static final Pattern LINK =
            Pattern.compile(
                    "(?:https?://|(?<![\\w@./-])www\\.)[^\\s<>\"“”|\\[\\]]{2,2000}",
                    Pattern.CASE_INSENSITIVE);

    private final CodeOfPractice code;
    private final Producers producers;

    public PublicRecords(CodeOfPractice code, Producers producers) {
        this.code = code;
        this.producers = producers;
    }

    /// The public record of a report. The free text of form C is its account.
    public PublicRecord of(SubmittedReport report) {
        var links = linksIn(report.sections().get(Section.STATEMENTS));
        return of(report, Redaction.of(report), null, links);
    }

    /// The public record of a report whose text persons looked at: its sections are what the
    /// producer wrote without what they removed, and nothing else is changed in them.
    public PublicRecord of(SubmittedReport report, Decisions decisions) {
        var given = decisions.statementLinks();
        var links = given != null ? given : linksIn(report.sections().get(Section.STATEMENTS));
        return of(report, Redaction.of(report, decisions), decisions.outputSeries(), links);
    }

    private PublicRecord of(
            SubmittedReport report,
            Redaction redaction,
            @Nullable String series,
            List<String> statementLinks) {
        var days = report.occurrenceDates().stream().sorted().toList();
        var first = days.isEmpty() ? null : days.getFirst();
        var title = redaction.text(report.outputTitle());
        return new PublicRecord(
                named(report, redaction),
                title,
                series != null
                        ? redaction.text(series)
                        : title == null ? null : OutputSeries.titleOf(title),
                links(report.outputLinks(), redaction::text),
                first == null ? null : code.editionOn(first).orElse(null),
                report.references().stream().map(reference -> named(reference, redaction)).toList(),
                first,
                days.isEmpty() ? null : days.getLast(),
                report.reportDate(),
                redaction.text(report.kind()),
                redaction.text(report.whereItHappened()),
                account(redaction),
                redaction.section(Section.REASONS),
                redaction.section(Section.IMPACT),
                redaction.section(Section.CORRECTIVE_ACTION),
                links(statementLinks, redaction::excerpt),
                report.previousBreaches().stream()
                        .map(redaction::excerpt)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList(),
                report.commitments().stream()
                        .map(one -> new Promise(orEmpty(redaction.excerpt(one.text())), one.due()))
                        .toList());
    }

    private List<NamedProducer> named(SubmittedReport report, Redaction redaction) {
        if (report.producers().isEmpty()) {
            var field = report.evidence().get("producers");
            var words = field == null ? "" : orEmpty(redaction.text(field.text()));
            var shown = words.isBlank() ? "Not stated" : words.replace('\n', ' ');
            return List.of(new NamedProducer(shown, null, null, null, null));
        }
        return report.producers().stream().map(one -> named(one, redaction)).toList();
    }

    private NamedProducer named(ReportedProducer producer, Redaction redaction) {
        var id = producer.id();
        var words = orEmpty(redaction.text(producer.asWritten()));
        Optional<Producer> body = id == null ? Optional.empty() : producers.find(id);
        if (id == null || body.isEmpty()) {
            return new NamedProducer(words, null, null, null, null);
        }
        return new NamedProducer(
                words,
                id,
                producer.canonical(),
                producers.currentBody(id).name(),
                body.get().nation());
    }

    private NamedReference named(CitedReference reference, Redaction redaction) {
        var element = reference.element();
        var title =
                element == null
                        ? null
                        : code.element(element)
                                .map(CodeElement::title)
                                .or(() -> code.principleOf(element).map(CodeElement::title))
                                .orElse(null);
        return new NamedReference(orEmpty(redaction.text(reference.asWritten())), element, title);
    }

    /// The account, or else the free text of form C with the parts that its author set apart.
    private static @Nullable String account(Redaction redaction) {
        var narrative = redaction.section(Section.NARRATIVE);
        return narrative != null ? narrative : redaction.section(Section.ACCOUNT);
    }

    private static List<String> linksIn(@Nullable String text) {
        var links = new ArrayList<String>();
        if (text != null) {
            LINK.matcher(text)
                    .results()
                    .map(link -> link.group().replaceAll("[.,;:!?'’*_”)]{1,20}$", ""))
                    .distinct()
                    .forEach(links::add);
        }
        return links;
    }

    /// Links to pages; a link that would not be published as it is, is left out.
    private static List<String> links(
            List<String> links, Function<String, @Nullable String> published) {
        return links.stream()
                .filter(link -> !link.regionMatches(true, 0, "mailto:", 0, 7))
                .filter(link -> link.equals(published.apply(link)))
                .toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
