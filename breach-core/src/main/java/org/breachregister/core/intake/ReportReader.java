package org.breachregister.core.intake;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.ReferenceReader;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.UnreadableDocument;
import org.breachregister.core.producer.Producers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Reads documents into submitted reports, with the forms of any generation, in this process. Safe
/// for many threads.
public final class ReportReader implements DocumentReader {

    /// The most bytes that a document may have; a larger one is refused.
    public static final int MOST_BYTES = Bounds.MOST_BYTES;

    private final CodeOfPractice code;
    private final Producers producers;
    private final Clock clock;
    private final ReferenceReader references;
    private final Labels labels = Labels.load();
    private final Suggestions suggestions = Suggestions.load();

    public ReportReader(CodeOfPractice code, Producers producers, Clock clock) {
        this.code = code;
        this.producers = producers;
        this.clock = clock;
        this.references = new ReferenceReader(code);
    }

    @Override
    public Reading read(byte[] content, String fileName) {
        try {
            return read(DocumentLines.of(content, labels), fileName);
        } catch (UnreadableDocument e) {
            return new Reading.Unreadable(Reading.about(fileName, String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            return new Reading.Unreadable(
                    Reading.about(
                            fileName,
                            "The document is nested deeper than any report needs. Send a plain copy of the report"));
        }
    }

    private Reading read(DocumentLines document, String fileName) {
        var lines = document.lines();
        var form = Form.in(lines, labels);
        if (!NotABreachReport.isForm(form)) {
            return new Reading.NotAReport(
                    Reading.about(fileName, NotABreachReport.reason(lines, form)));
        }
        if (NotABreachReport.isEmpty(form)) {
            return new Reading.NotAReport(
                    Reading.about(
                            fileName,
                            "Not a breach report: the form is empty, its labels have no answers"));
        }
        var report =
                new FormReading(form, labels)
                        .read(code, references, producers, suggestions, LocalDate.now(clock))
                        .withRemarks(document.remarks());
        return new Reading.Report(report, words(form, lines), document.type().mediaType());
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
