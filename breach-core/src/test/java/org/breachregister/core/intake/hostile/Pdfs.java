package org.breachregister.core.intake.hostile;

import static org.breachregister.core.intake.hostile.Report.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes PDF documents object by object, as no library would let it.
final class Pdfs {

    /// Extra entries of the document's catalogue and of its page, and objects behind the usual ones
    /// (which are 1 to 5).
    private String catalogue = "";

    private String page = "";
    private String drawing = "";
    private final List<byte[]> objects = new ArrayList<>();

    static Pdfs report() {
        return new Pdfs();
    }

    Pdfs catalogue(String more) {
        catalogue += more;
        return this;
    }

    Pdfs page(String more) {
        page += more;
        return this;
    }

    /// What is drawn after the report.
    Pdfs drawing(String more) {
        drawing += more;
        return this;
    }

    /// Adds an object, the first of them with number 6.
    Pdfs object(String object) {
        objects.add(object.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    byte[] finish() {
        var text = new StringBuilder("BT /F1 10 Tf 50 780 Td 24 TL ");
        for (var line : Report.lines()) {
            text.append('(')
                    .append(line.replace("(", "\\(").replace(")", "\\)"))
                    .append(") Tj T* ");
        }
        return of(stream(text + "ET\n" + drawing), page, catalogue, objects);
    }

    static String stream(String content) {
        return "<< /Length %d >>\nstream\n%s\nendstream"
                .formatted(content.getBytes(StandardCharsets.ISO_8859_1).length, content);
    }

    private static byte[] of(String content, String page, String catalogue, List<byte[]> objects) {
        return of(content.getBytes(StandardCharsets.ISO_8859_1), page, catalogue, objects);
    }

    private static byte[] of(byte[] content, String page, String catalogue, List<byte[]> objects) {
        var all = new ArrayList<byte[]>();
        all.add(bytes("<< /Type /Catalog /Pages 2 0 R %s >>".formatted(catalogue)));
        all.add(bytes("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
        all.add(
                bytes(
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R %s %s >>"
                                .formatted(
                                        page.contains("/Resources")
                                                ? ""
                                                : "/Resources << /Font << /F1 4 0 R >> >>",
                                        page)));
        all.add(bytes("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
        all.add(content);
        all.addAll(objects);
        return file(all);
    }

    /// A file of these objects, numbered from 1, the first of them its catalogue.
    static byte[] file(List<byte[]> objects) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes("%PDF-1.7\n"));
        var places = new StringBuilder();
        for (var i = 0; i < objects.size(); i++) {
            places.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
            out.writeBytes(bytes("%d 0 obj\n".formatted(i + 1)));
            out.writeBytes(objects.get(i));
            out.writeBytes(bytes("\nendobj\n"));
        }
        var start = out.size();
        out.writeBytes(
                bytes(
                        "xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                                .formatted(objects.size() + 1, places, objects.size() + 1, start)));
        return out.toByteArray();
    }

    /// A file whose page is packed.
    static byte[] flate(Packages.Entry packed, String filter) {
        var out = new ByteArrayOutputStream();
        // Packed as ZIP does it, without the two bytes in front that PDF wants.
        out.writeBytes(
                bytes(
                        "<< /Filter %s /Length %d >>\nstream\n"
                                .formatted(filter, packed.packed().length + 2)));
        out.write(0x78);
        out.write(0x01);
        out.writeBytes(packed.packed());
        out.writeBytes(bytes("\nendstream"));
        return of(out.toByteArray(), "", "", List.of());
    }
}
