package org.breachregister.core.document;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/// A ZIP package in memory that was looked over before anything is unpacked: few entries, plain
/// names, none twice, none overlapping another, and a bound on what they unpack to, as declared and
/// as met.
public final class SafeZip implements AutoCloseable {

    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_IN_PART = 16 * 1024 * 1024;
    private static final int LONGEST_NAME = 500;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries;
    private long unpacked;

    private SafeZip(ZipFile zip, Map<String, ZipArchiveEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    /// Opens a package.
    ///
    /// @throws UnreadableDocument if it is damaged, or built as no office program builds one
    public static SafeZip open(byte[] content) {
        ZipFile zip;
        try {
            zip =
                    ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                            .get();
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
        try {
            return new SafeZip(zip, lookedOver(zip));
        } catch (UnreadableDocument e) {
            close(zip);
            throw e;
        } catch (RuntimeException e) {
            close(zip);
            throw damaged(e);
        }
    }

    private static Map<String, ZipArchiveEntry> lookedOver(ZipFile zip) {
        var found = Collections.list(zip.getEntries());
        if (found.size() > MOST_ENTRIES) {
            throw trap("it holds %d files".formatted(found.size()));
        }
        var entries = new LinkedHashMap<String, ZipArchiveEntry>();
        var seen = new HashSet<String>();
        var declared = 0L;
        for (var entry : found) {
            var name = entry.getName();
            if (!isPlain(name)) {
                throw trap("the name of a file in it leads out of it");
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw trap("it holds two files of one name");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw encrypted();
            }
            declared += Math.max(0, entry.getSize());
            entries.put(name, entry);
        }
        if (declared > Bounds.MOST_UNPACKED) {
            throw tooBig("The document", Bounds.MOST_UNPACKED);
        }
        refuseOverlaps(found);
        return entries;
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.indexOf('\\') < 0
                && name.indexOf('\0') < 0
                && !name.startsWith("/")
                && !name.matches("[A-Za-z]:.*")
                && !List.of(name.split("/")).contains("..");
    }

    private static void refuseOverlaps(List<ZipArchiveEntry> entries) {
        var byPlace = new ArrayList<>(entries);
        byPlace.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        for (var i = 1; i < byPlace.size(); i++) {
            var before = byPlace.get(i - 1);
            var ends = before.getLocalHeaderOffset() + Math.max(0, before.getCompressedSize());
            if (ends > byPlace.get(i).getLocalHeaderOffset()) {
                throw trap("files in it overlap");
            }
        }
    }

    /// The names of the entries.
    public Set<String> names() {
        return entries.keySet();
    }

    /// Whether there is an entry of that name.
    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /// The content of an entry.
    ///
    /// @throws UnreadableDocument if there is none of that name, or it is damaged or too big
    public byte[] read(String name) {
        var entry = entries.get(name);
        if (entry == null) {
            throw new UnreadableDocument(
                    "The document is damaged: its part \"%s\" is missing. Open it where it was written, save it again and send the new copy"
                            .formatted(name));
        }
        var method = ZipMethod.getMethodByCode(entry.getMethod());
        if (method != ZipMethod.STORED && method != ZipMethod.DEFLATED) {
            throw trap("it is packed in an unusual way");
        }
        try (var in = zip.getInputStream(entry)) {
            var content = in.readNBytes(MOST_IN_PART + 1);
            unpacked += content.length;
            if (content.length > MOST_IN_PART) {
                throw tooBig("A part of the document", MOST_IN_PART);
            }
            if (unpacked > Bounds.MOST_UNPACKED) {
                throw tooBig("The document", Bounds.MOST_UNPACKED);
            }
            if (entry.getCrc() != sumOf(content)) {
                throw damaged(null);
            }
            return content;
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be closed", e);
        }
    }

    /// A damaged part may still unpack, to other words than were written.
    private static long sumOf(byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        return sum.getValue();
    }

    private static UnreadableDocument damaged(@Nullable Exception cause) {
        var message =
                "The document is damaged: the package that holds it cannot be unpacked. Open it where it was written, save it again and send the new copy";
        return cause == null
                ? new UnreadableDocument(message)
                : new UnreadableDocument(message, cause);
    }

    private static UnreadableDocument encrypted() {
        return new UnreadableDocument(
                "The document is encrypted with a password. Save it without a password and send that copy");
    }

    private static UnreadableDocument tooBig(String what, long most) {
        return new UnreadableDocument(
                "%s unpacks to more than %d MB, which no report needs. Send it without its pictures"
                        .formatted(what, most >> 20));
    }

    private static UnreadableDocument trap(String why) {
        return new UnreadableDocument(
                "The document is not built as office programs build one: %s. Save it as a new file and send that"
                        .formatted(why));
    }
}
