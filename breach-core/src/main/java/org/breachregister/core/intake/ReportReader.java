package org.breachregister.core.intake;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.ReferenceReader;
import org.breachregister.core.producer.Producers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads documents into submitted reports: plain text, Markdown and web pages with the forms of any
/// generation. Safe for many threads.
public final class ReportReader {

    /// The most bytes that a document may have; a larger one is refused.
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final Pattern WEB_PAGE =
            Pattern.compile(
                    "^\\s{0,200}(?:<\\?xml[^>]{0,200}>\\s{0,20})?(?:<!--.{0,2000}?-->\\s{0,20}){0,5}<(?:!doctype html|html|head|body|div|table|p|h[1-6]|article|main|section)\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int MOST_CHARACTERS = 1_000_000;

    private final CodeOfPractice code;
    private final Producers producers;
    private final Clock clock;
    private final ReferenceReader references;
    private final Labels labels = Labels.load();
    private final KindOfBreach kinds = new KindOfBreach();

    public ReportReader(CodeOfPractice code, Producers producers, Clock clock) {
        this.code = code;
        this.producers = producers;
        this.clock = clock;
        this.references = new ReferenceReader(code);
    }

    /// Reads one document.
    ///
    /// @param content its bytes
    /// @param fileName its name, for messages; the type is told from the content
    public Reading read(byte[] content, String fileName) {
        return switch (Decoding.decode(content)) {
            case Decoding.Result.Refused(var reason) ->
                    new Reading.Unreadable("%s: %s".formatted(fileName, reason));
            case Decoding.Result.Text(var text) -> read(text, fileName);
        };
    }

    private Reading read(String text, String fileName) {
        if (text.length() > MOST_CHARACTERS) {
            return new Reading.Unreadable(
                    String.format(
                            Locale.ROOT,
                            "%s: The text is too long: %,d characters, and at most %,d are read. A breach report is a few pages; send the report alone",
                            fileName,
                            text.length(),
                            MOST_CHARACTERS));
        }
        var lines =
                WEB_PAGE.matcher(text).find()
                        ? HtmlLines.read(text, labels)
                        : TextLines.read(text, labels);
        var form = Form.in(lines, labels);
        if (!NotABreachReport.isForm(form)) {
            return new Reading.NotAReport(
                    "%s: %s".formatted(fileName, NotABreachReport.reason(lines, form)));
        }
        if (NotABreachReport.isEmpty(form)) {
            return new Reading.NotAReport(
                    "%s: Not a breach report: the form is empty, its labels have no answers"
                            .formatted(fileName));
        }
        var report =
                new FormReading(form, labels)
                        .read(code, references, producers, kinds, LocalDate.now(clock));
        return new Reading.Report(report, words(form, lines));
    }

    /// The words of the form, its labels included, without what stands around it.
    private static String words(Form form, List<Line> lines) {
        var around = new IdentityHashMap<Line, Boolean>();
        form.before().forEach(line -> around.put(line, true));
        form.after().forEach(line -> around.put(line, true));
        var kept = new ArrayList<Line>();
        lines.stream().filter(line -> !around.containsKey(line)).forEach(kept::add);
        return Prose.text(kept, form.width());
    }
}
