package org.breachregister.core.document.word;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/// Reads documents of Word 97 to 2003 (.doc).
public final class DocReader {

    private static final int ENCRYPTED = 0x0B;

    private DocReader() {}

    /// Reads a document.
    ///
    /// @param content its bytes
    /// @throws UnreadableDocument if it is damaged, encrypted, holds macros or is older
    public static StructuredDocument read(byte[] content) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            var root = files.getRoot();
            if (root.hasEntryCaseInsensitive("Macros")
                    || root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                throw new UnreadableDocument(
                        "The document holds macros. Save it as a Word document without macros (.docx) and send that copy");
            }
            if (isEncrypted(root)) {
                throw encrypted();
            }
            try (var document = new HWPFDocument(root)) {
                return new DocText(document).read();
            }
        } catch (UnreadableDocument e) {
            throw e;
        } catch (EncryptedDocumentException _) {
            throw encrypted();
        } catch (OldWordFileFormatException e) {
            throw new UnreadableDocument(
                    "The document was written by Word 6 or 95, whose files are not read. Save it as .docx and send that copy",
                    e);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(
                    "The document is damaged. Open it in Word, save it as .docx and send that copy",
                    e);
        }
    }

    /// Says so by a flag in its header; what follows makes sense to those who know the password.
    private static boolean isEncrypted(DirectoryNode root) throws IOException {
        try (var stream = root.createDocumentInputStream("WordDocument")) {
            var header = stream.readNBytes(ENCRYPTED + 1);
            return header.length > ENCRYPTED && (header[ENCRYPTED] & 1) != 0;
        }
    }

    private static UnreadableDocument encrypted() {
        return new UnreadableDocument(
                "The document is encrypted with a password. Save it without a password and send that copy");
    }
}
