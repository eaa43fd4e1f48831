package org.breachregister.core.intake.hostile;

import static org.breachregister.core.intake.hostile.Report.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Builds ZIP packages byte by byte, as no library would let it: sizes, names and places can lie.
final class Packages {

    static final String TYPES =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
            """;
    static final String RELATIONS =
            relations(
                    "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>");
    static final String MIME_TYPE = "application/vnd.oasis.opendocument.text";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> central = new ArrayList<>();

    /// What is put into a package, and what is said of it.
    ///
    /// @param name what the directory calls it
    /// @param localName what stands in front of it
    /// @param packed its bytes as they lie there
    /// @param size what it is said to unpack to
    /// @param method how it is said to be packed
    record Entry(
            String name,
            String localName,
            byte[] packed,
            long size,
            int crc,
            int method,
            int flags,
            byte[] extra) {

        static Entry of(String name, byte[] content) {
            return new Entry(
                    name,
                    name,
                    deflated(content),
                    content.length,
                    crcOf(content),
                    8,
                    0,
                    new byte[0]);
        }

        static Entry stored(String name, byte[] content) {
            return new Entry(
                    name, name, content, content.length, crcOf(content), 0, 0, new byte[0]);
        }

        Entry saying(long otherSize) {
            return new Entry(name, localName, packed, otherSize, crc, method, flags, extra);
        }

        Entry flagged(int otherFlags) {
            return new Entry(name, localName, packed, size, crc, method, otherFlags, extra);
        }

        Entry packedAs(int otherMethod) {
            return new Entry(name, localName, packed, size, crc, otherMethod, flags, extra);
        }

        Entry locally(String otherName) {
            return new Entry(name, otherName, packed, size, crc, method, flags, extra);
        }

        Entry with(byte[] otherExtra) {
            return new Entry(name, localName, packed, size, crc, method, flags, otherExtra);
        }
    }

    Packages add(String name, String content) {
        return add(Entry.of(name, bytes(content)));
    }

    Packages add(Entry entry) {
        var place = out.size();
        out.writeBytes(header(entry, entry.localName(), false, place));
        out.writeBytes(entry.packed());
        central.add(header(entry, entry.name(), true, place));
        return this;
    }

    /// Another name for the bytes at a place.
    Packages pointing(Entry entry, int place) {
        central.add(header(entry, entry.name(), true, place));
        return this;
    }

    int size() {
        return out.size();
    }

    byte[] finish() {
        var start = out.size();
        central.forEach(out::writeBytes);
        var length = out.size() - start;
        var end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        var count = (short) Math.min(central.size(), 0xFFFF);
        end.putInt(0x06054b50).putInt(0).putShort(count).putShort(count);
        end.putInt(length).putInt(start).putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    private static byte[] header(Entry entry, String name, boolean central, int place) {
        var words = name.getBytes(StandardCharsets.UTF_8);
        var header =
                ByteBuffer.allocate((central ? 46 : 30) + words.length + entry.extra().length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(central ? 0x02014b50 : 0x04034b50);
        if (central) {
            header.putShort((short) 20);
        }
        header.putShort((short) 20).putShort((short) (entry.flags() | 0x800));
        header.putShort((short) entry.method()).putInt(0x5C000000).putInt(entry.crc());
        header.putInt(entry.packed().length).putInt((int) entry.size());
        header.putShort((short) words.length).putShort((short) entry.extra().length);
        if (central) {
            header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
            header.putInt(place);
        }
        return header.put(words).put(entry.extra()).array();
    }

    /// A Word document with its usual parts and this body.
    static Packages word(String body) {
        return new Packages()
                .add("[Content_Types].xml", TYPES)
                .add("_rels/.rels", RELATIONS)
                .add("word/document.xml", body);
    }

    /// A Word document with a report in it.
    static Packages report() {
        return word(Report.word(""));
    }

    /// An OpenDocument text with its usual parts and this content.
    static Packages openDocument(String content) {
        return new Packages()
                .add(Entry.stored("mimetype", bytes(MIME_TYPE)))
                .add(
                        "META-INF/manifest.xml",
                        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"%s\"/></manifest:manifest>"
                                .formatted(MIME_TYPE))
                .add("content.xml", content);
    }

    static String relations(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + relations
                + "</Relationships>";
    }

    /// A relation of a part of a Word document.
    static String relation(String type, String target, boolean outside) {
        return "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"%s/>"
                .formatted(type, type, target, outside ? " TargetMode=\"External\"" : "");
    }

    /// Megabytes of one character between two texts, packed without ever lying in memory.
    static Entry huge(String name, String before, char filling, int megabytes, String after) {
        var crc = new CRC32();
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(1, true);
        var filled = bytes(String.valueOf(filling).repeat(1 << 20));
        var size = 0L;
        for (var i = 0; i < megabytes + 2; i++) {
            var piece = i == 0 ? bytes(before) : i > megabytes ? bytes(after) : filled;
            crc.update(piece);
            size += piece.length;
            deflater.setInput(piece);
            drain(deflater, packed);
        }
        deflater.finish();
        drain(deflater, packed);
        deflater.end();
        return new Entry(
                name, name, packed.toByteArray(), size, (int) crc.getValue(), 8, 0, new byte[0]);
    }

    private static void drain(Deflater deflater, ByteArrayOutputStream packed) {
        var buffer = new byte[8192];
        for (var length = deflater.deflate(buffer); length > 0; length = deflater.deflate(buffer)) {
            packed.write(buffer, 0, length);
        }
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater(9, true);
        var packed = new ByteArrayOutputStream();
        deflater.setInput(content);
        deflater.finish();
        drain(deflater, packed);
        deflater.end();
        return packed.toByteArray();
    }

    private static int crcOf(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }
}
