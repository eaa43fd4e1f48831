package org.breachregister.core.intake.hostile;

import static org.breachregister.core.intake.hostile.Report.bytes;

import org.breachregister.core.intake.hostile.Packages.Entry;

import java.util.Map;
import java.util.stream.Stream;

/// Group 3: names in a package that lead out of it, or mean two things.
final class NamesInPackages {

    private static final String GROUP = "3 names in a package";
    private static final String LEADS_OUT = "leads out of it";

    private NamesInPackages() {}

    static Stream<Case> cases() {
        return Stream.of(outside(), doubles(), unusual()).flatMap(cases -> cases);
    }

    private static Stream<Case> outside() {
        var names =
                Map.of(
                        "up", "../../a.xml",
                        "up in the middle", "word/../../a.xml",
                        "up at the end", "word/..",
                        "from the root", "/etc/a.xml",
                        "from a drive", "C:\\a.xml",
                        "from a drive, with a slash", "c:/a.xml",
                        "back up", "..\\..\\a.xml",
                        "from a share", "\\\\host\\a.xml",
                        "cut off", "word/a.xml\0.png");
        return names.entrySet().stream()
                .flatMap(name ->
                        Stream.of(
                                Case.refused(
                                        GROUP,
                                        "docx, " + name.getKey(),
                                        () ->
                                                Packages.report()
                                                        .add(name.getValue(), "<a/>")
                                                        .finish(),
                                        LEADS_OUT),
                                Case.refused(
                                        GROUP,
                                        "odt, " + name.getKey(),
                                        () ->
                                                Packages.openDocument(Report.openDocument("", ""))
                                                        .add(name.getValue(), "<a/>")
                                                        .finish(),
                                        LEADS_OUT)));
    }

    private static Stream<Case> doubles() {
        return Stream.of("word/document.xml", "WORD/Document.XML", "word/Document.xml")
                .map(name ->
                        Case.refused(
                                GROUP,
                                "docx, a second text called " + name,
                                () -> Packages.report().add(name, Report.word("")).finish(),
                                "two files of one name"));
    }

    private static Stream<Case> unusual() {
        return Stream.of(
                Case.answered(
                        GROUP,
                        "docx, a text with another name in front of it",
                        () ->
                                new Packages()
                                        .add("[Content_Types].xml", Packages.TYPES)
                                        .add("_rels/.rels", Packages.RELATIONS)
                                        .add(
                                                Entry.of(
                                                                "word/document.xml",
                                                                bytes(Report.word("")))
                                                        .locally("../../a.xml"))
                                        .finish()),
                Case.read(
                        GROUP,
                        "docx, names that only look as if they led out",
                        () ->
                                Packages.report()
                                        .add("word/..a.xml", "<a/>")
                                        .add("word/%2e%2e/a.xml", "<a/>")
                                        .add("word/....//a.xml", "<a/>")
                                        .add("word/\uFF0E\uFF0E/a.xml", "<a/>")
                                        .finish(),
                        Report.TITLE),
                Case.refused(
                        GROUP,
                        "docx, a name of 60,000 letters",
                        () -> Packages.report().add("a".repeat(60_000), "<a/>").finish()),
                Case.refused(
                        GROUP,
                        "docx, a file without a name",
                        () -> Packages.report().add("", "<a/>").finish()),
                Case.refused(
                        GROUP,
                        "docx, its text stands outside",
                        () ->
                                new Packages()
                                        .add("[Content_Types].xml", Packages.TYPES)
                                        .add(
                                                "_rels/.rels",
                                                Packages.relations(
                                                        Packages.relation(
                                                                "officeDocument",
                                                                "../../../etc/passwd",
                                                                false)))
                                        .add("word/other.xml", Report.word(""))
                                        .finish()),
                Case.refused(
                        GROUP,
                        "docx, its text stands on another machine",
                        () ->
                                new Packages()
                                        .add("[Content_Types].xml", Packages.TYPES)
                                        .add(
                                                "_rels/.rels",
                                                Packages.relations(
                                                        Packages.relation(
                                                                "officeDocument",
                                                                "http://127.0.0.1:9/a.xml",
                                                                true)))
                                        .add("word/document.xml", Report.word(""))
                                        .finish()));
    }
}
