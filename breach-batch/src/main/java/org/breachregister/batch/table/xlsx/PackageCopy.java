package org.breachregister.batch.table.xlsx;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Copies a workbook's package, putting rows into its sheets on the way. The same input gives the
/// same bytes: parts keep their order and bear no time.
public final class PackageCopy {

    /// A day early enough to say nothing; the first day that ZIP knows would add an extra field.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final String LINK_TYPE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /// @param template the package to copy
    public PackageCopy(byte[] template) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(template))) {
            for (ZipEntry part; (part = zip.getNextEntry()) != null; ) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        }
    }

    /// Writes the package.
    ///
    /// @param filled what to put into which sheet, by the sheet's number from 1
    public void write(OutputStream out, Map<Integer, Rows> filled) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                if (filled.keySet().stream()
                        .noneMatch(sheet ->
                                part.getKey().equals(sheet(sheet))
                                        || part.getKey().equals(relations(sheet)))) {
                    enter(zip, part.getKey());
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
            for (var sheet : filled.entrySet()) {
                fill(zip, sheet.getKey(), sheet.getValue());
            }
        }
    }

    private void fill(ZipOutputStream zip, int number, Rows rows) throws IOException {
        var template = text(sheet(number));
        int end = template.indexOf("</sheetData>");
        int afterRows = template.indexOf("<pageMargins", end);
        enter(zip, sheet(number));
        var writer =
                new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        writer.write(
                template.substring(0, end)
                        .replaceFirst(
                                "<dimension ref=\"[^\"]*\"/>",
                                "<dimension ref=\"" + rows.dimension() + "\"/>"));
        var links = rows.writeTo(writer);
        writer.write(template, end, afterRows - end);
        if (!links.isEmpty()) {
            writer.write("<hyperlinks>");
            for (int link = 0; link < links.size(); link++) {
                writer.write(
                        "<hyperlink ref=\"%s\" r:id=\"link%s\"/>"
                                .formatted(links.get(link).cell(), link + 1));
            }
            writer.write("</hyperlinks>");
        }
        writer.write(template, afterRows, template.length() - afterRows);
        writer.flush();
        zip.closeEntry();
        relate(zip, number, links);
    }

    private void relate(ZipOutputStream zip, int number, List<Link> links) throws IOException {
        var template = text(relations(number));
        int end = template.indexOf("</Relationships>");
        enter(zip, relations(number));
        var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        writer.write(template, 0, end);
        for (int link = 0; link < links.size(); link++) {
            writer.write(
                    "<Relationship Id=\"link%s\" Type=\"%s\" Target=\"%s\" TargetMode=\"External\"/>"
                            .formatted(link + 1, LINK_TYPE, attribute(links.get(link).address())));
        }
        writer.write(template, end, template.length() - end);
        writer.flush();
        zip.closeEntry();
    }

    private String text(String part) {
        var bytes = parts.get(part);
        if (bytes == null) {
            throw new IllegalStateException("The workbook has no part " + part);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void enter(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String sheet(int number) {
        return "xl/worksheets/sheet%s.xml".formatted(number);
    }

    private static String relations(int number) {
        return "xl/worksheets/_rels/sheet%s.xml.rels".formatted(number);
    }

    /// The rows of one sheet.
    public interface Rows {

        /// The cells in use, `A1:D4`.
        String dimension();

        /// Writes the rows and gives the links in them.
        List<Link> writeTo(Writer out) throws IOException;
    }

    /// A cell that leads to an address.
    public record Link(String cell, String address) {}
}
