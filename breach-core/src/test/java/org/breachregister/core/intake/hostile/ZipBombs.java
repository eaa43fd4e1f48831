package org.breachregister.core.intake.hostile;

import static org.breachregister.core.intake.hostile.Report.bytes;

import org.breachregister.core.intake.hostile.Packages.Entry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;

/// Group 1: packages that unpack to more than there is room for.
final class ZipBombs {

    private static final String GROUP = "1 zip bomb";
    private static final String TOO_BIG = "unpacks to more than 100 MB";

    private record Kind(String name, String main) {

        Packages around(Entry content) {
            return switch (name) {
                case "docx" ->
                        new Packages()
                                .add("[Content_Types].xml", Packages.TYPES)
                                .add("_rels/.rels", Packages.RELATIONS)
                                .add(content);
                case "odt" ->
                        new Packages()
                                .add(Entry.stored("mimetype", bytes(Packages.MIME_TYPE)))
                                .add(content);
                default -> new Packages().add("[Content_Types].xml", Packages.TYPES).add(content);
            };
        }
    }

    private ZipBombs() {}

    static Stream<Case> cases() {
        return Stream.of(
                        List.of(
                                        new Kind("docx", "word/document.xml"),
                                        new Kind("odt", "content.xml"),
                                        new Kind("xlsx", "xl/sharedStrings.xml"))
                                .stream()
                                .flatMap(ZipBombs::ofKind),
                        others())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> ofKind(Kind kind) {
        var main = kind.main();
        return Stream.of(
                Case.refused(
                        GROUP,
                        kind.name() + ", one part of 150 MB",
                        () -> kind.around(Packages.huge(main, "<a>", ' ', 150, "</a>")).finish(),
                        TOO_BIG),
                Case.refused(
                        GROUP,
                        kind.name() + ", one part of 150 MB that says it has 99 bytes",
                        () ->
                                kind.around(Packages.huge(main, "<a>", ' ', 150, "</a>").saying(99))
                                        .finish()),
                Case.refused(
                        GROUP,
                        kind.name() + ", one part of 95 MB",
                        () -> kind.around(Packages.huge(main, "<a>", ' ', 95, "</a>")).finish()),
                Case.refused(
                        GROUP,
                        kind.name() + ", twenty parts of 8 MB",
                        () -> {
                            var zip = kind.around(Entry.of(main, bytes("<a/>")));
                            for (var i = 0; i < 20; i++) {
                                zip.add(Packages.huge("part%d.xml".formatted(i), "", 'a', 8, ""));
                            }
                            return zip.finish();
                        },
                        TOO_BIG),
                Case.refused(
                        GROUP,
                        kind.name() + ", two parts over the same bytes",
                        () -> {
                            var entry = Packages.huge(main, "<a>", 'a', 8, "</a>");
                            var zip = kind.around(Entry.of("other.xml", bytes("<a/>")));
                            var place = zip.size();
                            return zip.add(entry)
                                    .pointing(Entry.of("again.xml", entry.packed()), place)
                                    .finish();
                        },
                        "files in it overlap"),
                Case.refused(
                        GROUP,
                        kind.name() + ", a hundred thousand files",
                        () -> {
                            var zip = kind.around(Entry.of(main, bytes("<a/>")));
                            for (var i = 0; i < 100_000; i++) {
                                zip.add(Entry.stored("p" + i, new byte[0]));
                            }
                            return zip.finish();
                        },
                        "files"),
                Case.refused(
                        GROUP,
                        kind.name() + ", a part of as many bytes as a number holds",
                        () ->
                                kind.around(
                                                Entry.of(main, bytes("<a/>"))
                                                        .saying(0xFFFF_FFFFL)
                                                        .with(zip64(Long.MAX_VALUE)))
                                        .finish()),
                Case.refused(
                        GROUP,
                        kind.name() + ", a part of fewer bytes than none",
                        () ->
                                kind.around(
                                                Entry.of(main, bytes("<a/>"))
                                                        .saying(0xFFFF_FFFFL)
                                                        .with(zip64(-1)))
                                        .finish()),
                Case.refused(
                        GROUP,
                        kind.name() + ", a part packed in an unusual way",
                        () -> kind.around(Entry.of(main, bytes("<a/>")).packedAs(12)).finish()));
    }

    private static Stream<Case> others() {
        return Stream.of(
                Case.refused(
                        GROUP,
                        "a type of 90 MB",
                        () ->
                                new Packages()
                                        .add(Packages.huge("mimetype", "", 'a', 90, ""))
                                        .finish()),
                Case.refused(
                        GROUP,
                        "docx, a list of types of 90 MB",
                        () ->
                                new Packages()
                                        .add(
                                                Packages.huge(
                                                        "[Content_Types].xml",
                                                        "<Types><Default ContentType=\"",
                                                        'a',
                                                        90,
                                                        "\"/></Types>"))
                                        .add("_rels/.rels", Packages.RELATIONS)
                                        .add("word/document.xml", Report.word(""))
                                        .finish()),
                Case.refused(
                        GROUP,
                        "docx, a word of 90 MB",
                        () ->
                                new Packages()
                                        .add("[Content_Types].xml", Packages.TYPES)
                                        .add("_rels/.rels", Packages.RELATIONS)
                                        .add(
                                                Packages.huge(
                                                        "word/document.xml",
                                                        Report.word("")
                                                                .replace(
                                                                        "</w:body></w:document>",
                                                                        "<w:p><w:r><w:t>"),
                                                        'a',
                                                        90,
                                                        "</w:t></w:r></w:p></w:body></w:document>"))
                                        .finish()),
                Case.read(
                        GROUP,
                        "docx, a picture that unpacks to 60 MB",
                        () ->
                                Packages.report()
                                        .add(Packages.huge("word/media/a.png", "", '0', 60, ""))
                                        .finish(),
                        Report.TITLE),
                Case.read(
                        GROUP,
                        "docx, packages in packages",
                        () -> {
                            var zip = Packages.report().finish();
                            for (var i = 0; i < 20; i++) {
                                zip =
                                        Packages.report()
                                                .add(Entry.of("word/embeddings/a.zip", zip))
                                                .finish();
                            }
                            return zip;
                        },
                        Report.TITLE),
                Case.refused(
                        GROUP,
                        "a package that holds nothing but packages",
                        () ->
                                new Packages()
                                        .add(Entry.of("a.zip", Packages.report().finish()))
                                        .finish(),
                        "a ZIP file"),
                Case.refused(
                        GROUP,
                        "pdf, a page of 150 MB",
                        () -> Pdfs.flate(Packages.huge("", "", ' ', 150, ""), "/FlateDecode"),
                        "unpacks to more than"),
                Case.refused(
                        GROUP,
                        "pdf, a page packed many times over",
                        () ->
                                Pdfs.flate(
                                        Packages.huge("", "", ' ', 10, ""),
                                        "[/FlateDecode /FlateDecode /FlateDecode]"),
                        "unpacks to more than"));
    }

    private static byte[] zip64(long size) {
        return ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 1)
                .putShort((short) 8)
                .putLong(size)
                .array();
    }
}
