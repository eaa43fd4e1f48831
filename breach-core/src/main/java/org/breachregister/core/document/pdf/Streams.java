package org.breachregister.core.document.pdf;

import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.UnreadableDocument;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Refuses documents whose parts unpack to more than a report can need, before any part of them is
/// unpacked as a whole. Pictures do not count: they are never unpacked.
final class Streams {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 2_000;
    private static final int MOST_GROWTH = 1_032;
    private static final Pattern PACKED =
            Pattern.compile("/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b");
    private static final Pattern PICTURE = Pattern.compile("/Subtype\\s{0,5}/Image\\b");

    private final byte[] content;
    private long unpacked;

    private Streams(byte[] content) {
        this.content = content;
    }

    static void check(byte[] content) {
        new Streams(content).check();
    }

    private void check() {
        var small = (long) content.length * MOST_GROWTH < Bounds.MOST_UNPACKED;
        for (var at = next(0); at >= 0; at = next(at + STREAM.length)) {
            var from = Math.max(0, at - DICTIONARY);
            var before = new String(content, from, at - from, StandardCharsets.ISO_8859_1);
            var dictionary = before.substring(Math.max(0, before.lastIndexOf(" obj")));
            var packed = PACKED.matcher(dictionary).results().limit(3).count();
            if (packed > 1 && isTwice(dictionary)) {
                throw tooLarge();
            }
            if (!small && !PICTURE.matcher(dictionary).find()) {
                unpack(at + STREAM.length);
            }
        }
    }

    /// Whether one packing is wrapped in another, which multiplies what they unpack to.
    private static boolean isTwice(String dictionary) {
        var filter = dictionary.indexOf("/Filter");
        var end = filter < 0 ? -1 : dictionary.indexOf(']', filter);
        return end > 0
                && PACKED.matcher(dictionary.substring(filter, end)).results().limit(3).count() > 1;
    }

    private int next(int from) {
        for (var i = from; i + STREAM.length < content.length; i++) {
            if (content[i] == 's' && startsAt(i) && (i < 3 || content[i - 1] != 'd')) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsAt(int at) {
        for (var i = 0; i < STREAM.length; i++) {
            if (content[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    private void unpack(int from) {
        var start = from;
        while (start < content.length && (content[start] == '\r' || content[start] == '\n')) {
            start++;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(content, start, content.length - start);
            var buffer = new byte[64 * 1024];
            while (!inflater.finished()) {
                var length = inflater.inflate(buffer);
                if (length == 0) {
                    return;
                }
                unpacked += length;
                if (unpacked > Bounds.MOST_UNPACKED) {
                    throw tooLarge();
                }
            }
        } catch (DataFormatException e) {
            // Not packed this way: it takes as much as it has.
        } finally {
            inflater.end();
        }
    }

    private static UnreadableDocument tooLarge() {
        return new UnreadableDocument(
                "The document unpacks to more than %d MB. A breach report is a few pages; print it to a new PDF, or send the document that it was made from"
                        .formatted(Bounds.MOST_UNPACKED / (1024 * 1024)));
    }
}
