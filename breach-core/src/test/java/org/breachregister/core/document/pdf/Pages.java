package org.breachregister.core.document.pdf;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Draws pages for tests. Places count in points from the bottom left.
final class Pages {

    /// Draws on a page.
    interface Drawn {

        void on(PDPageContentStream page) throws IOException;
    }

    static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    final PDDocument document = new PDDocument();

    static {
        BuiltInFonts.install();
    }

    Pages page(Drawn drawn) {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true)) {
            drawn.on(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    byte[] bytes() {
        try (document) {
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(PDPageContentStream page, float x, float y, String text) throws IOException {
        write(page, PLAIN, x, y, text);
    }

    static void write(PDPageContentStream page, PDFont font, float x, float y, String text)
            throws IOException {
        page.beginText();
        page.setFont(font, 11);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }

    static void line(PDPageContentStream page, float x0, float y0, float x1, float y1)
            throws IOException {
        page.moveTo(x0, y0);
        page.lineTo(x1, y1);
        page.stroke();
    }
}
