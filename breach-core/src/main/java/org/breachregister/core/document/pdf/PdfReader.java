package org.breachregister.core.document.pdf;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads the text layer of PDF documents: what a person who looks at the pages can see.
public final class PdfReader {

    /// A page, its words told apart from what it draws around them.
    private record Sheet(Drawing drawing, List<Word> words) {}

    private final PDDocument document;
    private final Effort effort = new Effort();
    private final Remarks remarks = new Remarks();
    private final Characters characters = new Characters();
    private final Colours colours = new Colours();
    private final Layers layers;
    private int shown;
    private int unmapped;

    private PdfReader(PDDocument document) {
        this.document = document;
        this.layers = new Layers(document);
    }

    /// Reads a document. What a person cannot see, such as words under a black box, is left out.
    ///
    /// @param content its bytes
    /// @throws UnreadableDocument if it is damaged, encrypted or has no text
    public static StructuredDocument read(byte[] content) {
        try (var document = Opening.open(content)) {
            return new PdfReader(document).read();
        } catch (UnreadableDocument e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnreadableDocument(
                    "The PDF is damaged and cannot be read. Save or print it again from the program that it was made with",
                    e);
        }
    }

    private StructuredDocument read() throws IOException {
        var sheets = new ArrayList<Sheet>();
        for (var page : document.getPages()) {
            sheets.add(read(page, sheets.size() + 1));
        }
        refuseWithoutText(sheets);
        Opening.remark(document, remarks.others());
        var words =
                Furniture.without(
                        sheets.stream().map(Sheet::words).toList(),
                        sheets.stream().map(sheet -> sheet.drawing().page).toList());
        var size = bodySize(words);
        var pieces = new ArrayList<Piece>();
        for (var i = 0; i < sheets.size(); i++) {
            var lines = Layout.Lines.of(sheets.get(i).drawing().rulings, effort);
            var layout = new Layout(i + 1, size, effort);
            pieces.addAll(
                    layout.read(
                            words.get(i),
                            lines.grids(),
                            lines.across(),
                            room(words.get(i), lines)));
            pieces.add(new Piece.End(true));
        }
        return new StructuredDocument(Assembly.blocks(pieces), remarks.all());
    }

    private Sheet read(PDPage page, int number) throws IOException {
        var drawing = PageReader.read(page, 0, layers, characters, colours, effort);
        var turns = drawing.mostlyTurned();
        if (turns != 0) {
            drawing = PageReader.read(page, turns, layers, characters, colours, effort);
        }
        shown += drawing.shown;
        unmapped += drawing.unmapped;
        var annotations = Annotations.of(page, PageView.of(page).turned(turns), 11);
        drawing.paints.addAll(annotations.covers);
        var seen = Visibility.seen(drawing, effort);
        var artifacts = seen.stream().filter(Glyph::isArtifact).count();
        if (artifacts * 2 < seen.size()) {
            seen = seen.stream().filter(glyph -> !glyph.isArtifact()).toList();
        }
        var words = new ArrayList<>(Words.of(seen, annotations.links, effort));
        words.addAll(annotations.words);
        remarks.page(number, drawing, annotations, words.isEmpty());
        return new Sheet(drawing, words);
    }

    private void refuseWithoutText(List<Sheet> sheets) {
        if (shown > 20 && unmapped > 0.3 * shown) {
            throw new UnreadableDocument(
                    "The PDF does not say which letters its characters stand for, so that its text cannot be read. Send the document that it was made from");
        }
        if (sheets.stream().noneMatch(sheet -> !sheet.words().isEmpty())) {
            throw new UnreadableDocument(
                    remarks.pictures().isEmpty()
                            ? "The PDF has no text. Send the document that it was made from"
                            : "%s without text. Send the document that it was made from"
                                    .formatted(
                                            Remarks.pages(
                                                    remarks.pictures(),
                                                    "of the PDF is a scan or picture",
                                                    "of the PDF are scans or pictures")));
        }
    }

    /// The height of most of the words.
    private static float bodySize(List<List<Word>> pages) {
        var counts = new TreeMap<Integer, Integer>();
        for (var words : pages) {
            for (var word : words) {
                counts.merge(Math.round(word.size() * 4), word.text().length(), Integer::sum);
            }
        }
        return counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(44)
                / 4f;
    }

    /// What the running text of a page could take up.
    private static Box room(List<Word> words, Layout.Lines lines) {
        var x0 = Float.MAX_VALUE;
        var x1 = 0f;
        for (var word : words) {
            if (lines.grids().stream().noneMatch(grid -> grid.box().holds(word))) {
                x0 = Math.min(x0, word.x0());
                x1 = Math.max(x1, word.x1());
            }
        }
        return new Box(Math.min(x0, x1), 0, x1, 99_999);
    }
}
