package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.breachregister.core.document.Block;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.mail.MailReader;
import org.breachregister.core.document.odf.OdtReader;
import org.breachregister.core.document.pdf.PdfReader;
import org.breachregister.core.document.rtf.RtfReader;
import org.breachregister.core.document.word.DocReader;
import org.breachregister.core.document.word.DocxReader;
import org.breachregister.core.publication.PublicRecords;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The readers of documents withstand any bytes. An ordinary run reads the seeds, `.ci/fuzz`
/// searches for more.
class DocumentFuzzTest {

    private static final Labels LABELS = Labels.load();
    private static final PublicRecords RECORDS = new PublicRecords(Samples.CODE, Samples.PRODUCERS);
    private static final String TYPES =
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            </Types>
            """;
    private static final String RELATIONS =
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
            </Relationships>
            """;
    private static final String LINKS =
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://ferries.example.org/delays" TargetMode="External"/>
            </Relationships>
            """;
    private static final String MANIFEST =
            """
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
            <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """;

    @FuzzTest
    void report(byte[] input) {
        var reading = Fuzzed.within(() -> Samples.READER.read(input, "fuzzed"));
        switch (reading) {
            case Reading.Report(var report, _, _) -> {
                ReportReaderTest.assertOffsets(report);
                Fuzzed.within(() -> RECORDS.of(report));
            }
            case Reading.NotAReport(var reason) -> assertThat(reason).isNotBlank();
            case Reading.Unreadable(var reason) -> assertThat(reason).isNotBlank();
        }
    }

    @FuzzTest
    void mail(byte[] input) {
        Fuzzed.read(() -> MailReader.read(input))
                .ifPresent(message -> {
                    message.headers().forEach(line -> assertThat(line).doesNotContain("\n"));
                    message.attachments()
                            .forEach(part ->
                                    assertThat(part.name()).doesNotContain("/", "\\", "\n"));
                });
    }

    @FuzzTest
    void rtf(byte[] input) {
        Fuzzed.read(() -> RtfReader.read(input)).ifPresent(DocumentFuzzTest::check);
    }

    @FuzzTest
    void odt(byte[] content) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", bytes("application/vnd.oasis.opendocument.text"));
        parts.put("content.xml", content);
        parts.put("META-INF/manifest.xml", bytes(MANIFEST));
        var document = zip(parts);
        Fuzzed.read(() -> OdtReader.read(document)).ifPresent(DocumentFuzzTest::check);
    }

    @FuzzTest
    void docx(byte[] content) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", bytes(TYPES));
        parts.put("_rels/.rels", bytes(RELATIONS));
        parts.put("word/_rels/document.xml.rels", bytes(LINKS));
        parts.put("word/document.xml", content);
        var document = zip(parts);
        Fuzzed.read(() -> DocxReader.read(document)).ifPresent(DocumentFuzzTest::check);
    }

    @FuzzTest
    void doc(byte[] input) {
        Fuzzed.read(() -> DocReader.read(input)).ifPresent(DocumentFuzzTest::check);
    }

    @FuzzTest
    void pdf(byte[] input) {
        Fuzzed.read(() -> PdfReader.read(input)).ifPresent(DocumentFuzzTest::check);
    }

    private static void check(StructuredDocument document) {
        assertThat(characters(document.blocks(), 0)).isLessThan(2L * Bounds.MOST_CHARACTERS);
        document.remarks().forEach(remark -> assertThat(remark).isNotBlank());
        Fuzzed.within(() -> Form.in(BlockLines.read(document.blocks(), LABELS), LABELS));
    }

    private static long characters(List<Block> blocks, int depth) {
        assertThat(depth).isLessThanOrEqualTo(Bounds.DEEPEST);
        var characters = 0L;
        for (var block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph -> {
                    assertThat(paragraph.page()).isNotNegative();
                    assertThat(paragraph.text()).doesNotContain("\r", "\0");
                    characters += paragraph.text().length();
                }
                case Block.Table table -> {
                    for (var row : table.rows()) {
                        for (var cell : row.cells()) {
                            assertThat(cell.columns()).isPositive();
                            characters += characters(cell.blocks(), depth + 1);
                        }
                    }
                }
            }
        }
        return characters;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
