package org.breachregister.core.document.pdf;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.breachregister.core.document.UnreadableDocument;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Opens a document in memory and refuses what is no document to read.
final class Opening {

    private static final int MOST_PAGES = 300;

    private Opening() {}

    static PDDocument open(byte[] content) throws IOException {
        Streams.check(content);
        BuiltInFonts.install();
        PDDocument document;
        try {
            document =
                    Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocument(
                    "The PDF is encrypted and needs a password. Send a copy without a password", e);
        } catch (IOException e) {
            if (new String(
                            content,
                            Math.max(0, content.length - 4_096),
                            Math.min(content.length, 4_096),
                            StandardCharsets.ISO_8859_1)
                    .contains("/Encrypt")) {
                throw new UnreadableDocument(
                        "The PDF is encrypted in a way that cannot be read here. Send a copy without encryption",
                        e);
            }
            throw e;
        }
        try {
            check(document);
            return document;
        } catch (RuntimeException e) {
            document.close();
            throw e;
        }
    }

    private static void check(PDDocument document) {
        var catalog = document.getDocumentCatalog().getCOSObject();
        if (catalog.getDictionaryObject(COSName.getPDFName("Collection"))
                instanceof COSDictionary) {
            throw new UnreadableDocument(
                    "The file is a PDF portfolio, a folder of other files. Send the file that holds the report, by itself");
        }
        if (catalog.getBoolean(COSName.getPDFName("NeedsRendering"), false)) {
            throw new UnreadableDocument(
                    "The PDF is a dynamic form (XFA), whose answers only the program that it was filled in with can show. Print it to a new PDF and send that");
        }
        var pages = 0;
        for (var page : document.getPages()) {
            if (page != null && ++pages > MOST_PAGES) {
                throw new UnreadableDocument(
                        "The PDF has more than %d pages. A breach report is a few pages; send the report alone"
                                .formatted(MOST_PAGES));
            }
        }
        if (pages == 0) {
            throw new UnreadableDocument(
                    "The PDF has no pages. Save or print it again from the program that it was made with");
        }
    }

    /// Tells of what a document carries beside its pages.
    static void remark(PDDocument document, List<String> remarks) {
        var catalog = document.getDocumentCatalog().getCOSObject();
        var names = catalog.getCOSDictionary(COSName.NAMES);
        if (holds(names, COSName.EMBEDDED_FILES)) {
            remarks.add("Files that are attached inside the PDF were not opened");
        }
        if (holds(names, COSName.JAVA_SCRIPT)
                || isProgram(catalog.getDictionaryObject(COSName.OPEN_ACTION))
                || catalog.containsKey(COSName.AA)) {
            remarks.add("The PDF asks to run a program when it is opened; nothing was run");
        }
        if (!document.getCurrentAccessPermission().canExtractContent()) {
            remarks.add(
                    "The PDF asks readers not to copy its text. It was read, as a screen reader may, because its sender handed it in to be read");
        }
    }

    private static boolean holds(@Nullable COSDictionary names, COSName kind) {
        return names != null && names.getDictionaryObject(kind) instanceof COSDictionary;
    }

    private static boolean isProgram(@Nullable COSBase action) {
        return action instanceof COSDictionary dictionary
                && List.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToR")
                        .contains(dictionary.getNameAsString(COSName.S, ""));
    }
}
