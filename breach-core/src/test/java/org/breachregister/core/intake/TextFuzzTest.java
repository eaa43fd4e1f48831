package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.breachregister.core.code.ReferenceReader;
import org.breachregister.core.publication.PublicRecords;
import org.breachregister.core.report.ContactDetails;
import org.breachregister.core.report.FormGeneration;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The readers of text withstand any text. An ordinary run reads the seeds, `.ci/fuzz` searches for
/// more.
class TextFuzzTest {

    private static final Labels LABELS = Labels.load();
    private static final ReferenceReader REFERENCES = new ReferenceReader(Samples.CODE);
    private static final PublicRecords RECORDS = new PublicRecords(Samples.CODE, Samples.PRODUCERS);
    private static final BackCatalogue CATALOGUE =
            new BackCatalogue(Samples.CODE, Samples.PRODUCERS, Samples.CLOCK);
    private static final Pattern MARKER =
            Pattern.compile("\\[(?:name|email address|telephone number|address|role) removed]");
    private static final Pattern SCHEME = Pattern.compile("mailto:", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_LETTER = Pattern.compile("[^A-Za-z]");

    @FuzzTest
    void references(byte[] input) {
        var text = Fuzzed.text(input);
        for (var day : Fuzzed.DAYS) {
            for (var cited : Fuzzed.within(() -> REFERENCES.read(text, day.orElse(null)))) {
                assertThat(cited.asWritten()).isNotBlank();
                assertThat(letters(text)).contains(letters(cited.asWritten()));
            }
        }
    }

    @FuzzTest
    void dates(byte[] input) {
        var text = Fuzzed.text(input);
        Fuzzed.within(() -> OccurrenceDates.in(text));
        Fuzzed.within(() -> OccurrenceDates.isPart(text));
        for (var found : Fuzzed.within(() -> Dates.find(text, 2020))) {
            assertThat(found.start()).isBetween(0, found.end() - 1);
            assertThat(found.end()).isLessThanOrEqualTo(text.length());
        }
    }

    @FuzzTest
    void producers(byte[] input) {
        var text = Fuzzed.text(input);
        var cut = text.indexOf('\n');
        var field = cut < 0 ? text : text.substring(0, cut);
        for (var day : Fuzzed.DAYS) {
            var named = Fuzzed.within(() -> Samples.PRODUCERS.match(field, text, day.orElse(null)));
            for (var one : named) {
                assertThat(one.asWritten()).isNotBlank();
                assertThat(one.confidence()).isBetween(0.0, 1.0);
                assertThat(one.id() == null || Samples.PRODUCERS.find(one.id()).isPresent())
                        .isTrue();
            }
        }
        Fuzzed.within(() -> Samples.PRODUCERS.named(field));
    }

    @FuzzTest
    void textLines(byte[] input) {
        var text = Fuzzed.text(input);
        form(Fuzzed.within(() -> TextLines.read(text, LABELS)));
    }

    @FuzzTest
    void htmlLines(byte[] input) {
        var text = Fuzzed.text(input);
        Fuzzed.read(() -> HtmlLines.read(HtmlPage.of(text), LABELS)).ifPresent(TextFuzzTest::form);
    }

    @FuzzTest
    void decoding(byte[] input) {
        Fuzzed.read(() -> Decoding.decode(input))
                .ifPresent(text -> assertThat(text).doesNotContain("\r", "\uFEFF"));
    }

    @FuzzTest
    void personalData(byte[] input) {
        var text = Fuzzed.text(input);
        for (var found : Fuzzed.within(() -> ContactDetails.find(text))) {
            assertThat(text.substring(found.start(), found.end())).isEqualTo(found.text());
        }
        var cut = text.indexOf("\n\n");
        var fields = new LinkedHashMap<String, String>();
        fields.put("contact", cut < 0 ? "" : text.substring(0, cut));
        fields.put("narrative", cut < 0 ? text : text.substring(cut));
        var found = Fuzzed.within(() -> People.in(fields));
        fields.forEach((field, words) -> Fuzzed.assertPlaces(found, field, words));

        var published = Fuzzed.within(() -> RECORDS.of(report(fields.get("narrative"), found)));

        onlyTakenOut(String.valueOf(published.account()), fields.get("narrative"));
    }

    @FuzzTest
    void promises(byte[] input) {
        var text = Fuzzed.text(input);
        for (var section : List.of(Section.NARRATIVE, Section.ACCOUNT)) {
            for (var day : Fuzzed.DAYS) {
                var sections = Map.of(section, text);
                Fuzzed.within(() -> Promises.in(sections, day.orElse(null)))
                        .forEach(promise ->
                                assertThat(letters(text)).contains(letters(promise.text())));
                Fuzzed.within(() -> EarlierBreaches.in(sections, day.orElse(null)))
                        .forEach(words -> assertThat(letters(text)).contains(letters(words)));
            }
        }
    }

    @FuzzTest
    void backCatalogue(byte[] input) {
        var line = Fuzzed.text(input);
        switch (Fuzzed.within(() -> CATALOGUE.read(1, line))) {
            case BackCatalogue.Result.Held(_, _, var json, var report) -> {
                assertThat(json).isEqualTo(line);
                Fuzzed.within(() -> RECORDS.of(report));
            }
            case BackCatalogue.Result.Refused(_, var reason) -> assertThat(reason).isNotBlank();
        }
    }

    /// A form takes every line once, or leaves it outside.
    private static void form(List<Line> lines) {
        var block = Integer.MIN_VALUE;
        for (var line : lines) {
            assertThat(line.text()).isNotBlank();
            assertThat(line.block()).isGreaterThanOrEqualTo(block);
            block = line.block();
        }
        var form = Fuzzed.within(() -> Form.in(lines, LABELS));
        var taken =
                form.before().size()
                        + form.after().size()
                        + form.free().size()
                        + form.parts().stream().mapToInt(part -> part.lines().size()).sum();
        assertThat(taken).isLessThanOrEqualTo(lines.size());
    }

    private static SubmittedReport report(String narrative, List<PersonalDatum> found) {
        return new SubmittedReport(
                FormGeneration.C,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                Map.of(Section.NARRATIVE, narrative),
                found,
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    /// What is published stands in the text in the same order, but for the words taken out.
    private static void onlyTakenOut(String published, String text) {
        if (published.equals("null")) {
            return;
        }
        var source = letters(text);
        var at = 0;
        for (var piece : MARKER.split(published)) {
            var words = letters(piece);
            var found = source.indexOf(words, at);
            assertThat(found).as("place of '%s' in the text", piece).isNotNegative();
            at = found + words.length();
        }
    }

    /// The letters of ASCII, full-width ones among them: white space, marks and digits of other
    /// scripts may be written anew, and the scheme of an address goes with it.
    private static String letters(String text) {
        var visible = new StringBuilder(text.length());
        text.chars()
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
                .filter(c -> c > ' ' && c < 0x7F)
                .forEach(c -> visible.append((char) c));
        return NO_LETTER.matcher(SCHEME.matcher(visible).replaceAll("")).replaceAll("");
    }
}
