package org.breachregister.core.intake.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Group 2: XML that fetches, or that grows by itself.
final class OutsideEntities {

    private static final String GROUP = "2 outside entity";
    private static final String FILE = "file:///etc/passwd";
    private static final Map<String, String> DECLARATIONS = declarations();

    private OutsideEntities() {}

    private static Map<String, String> declarations() {
        var all = new LinkedHashMap<String, String>();
        all.put("a file", "<!DOCTYPE a [<!ENTITY e SYSTEM \"%s\">]>".formatted(FILE));
        all.put(
                "an address",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"http://169.254.169.254/latest\">]>");
        all.put(
                "a parameter",
                "<!DOCTYPE a [<!ENTITY %% p SYSTEM \"%s\"> %%p; <!ENTITY e \"x\">]>"
                        .formatted(FILE));
        all.put("an outside DTD", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">");
        all.put("a public DTD", "<!DOCTYPE a PUBLIC \"-//A//B\" \"http://127.0.0.1:9/a.dtd\">");
        var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"ha\">");
        for (var i = 1; i < 40; i++) {
            laughs.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
        }
        all.put("a billion laughs", laughs + "<!ENTITY e \"&e39;\">]>");
        all.put(
                "a long entity often",
                "<!DOCTYPE a [<!ENTITY e \"" + "ha".repeat(400_000) + "\">]>");
        all.put("an entity of itself", "<!DOCTYPE a [<!ENTITY e \"&e;\">]>");
        return all;
    }

    static Stream<Case> cases() {
        return Stream.of(
                        DECLARATIONS.entrySet().stream()
                                .flatMap(one -> inWord(one.getKey(), one.getValue())),
                        DECLARATIONS.entrySet().stream()
                                .flatMap(one -> inOpenDocument(one.getKey(), one.getValue())),
                        DECLARATIONS.entrySet().stream()
                                .flatMap(one -> elsewhere(one.getKey(), one.getValue())),
                        others())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> inWord(String what, String declaration) {
        var use = Report.wordParagraph("&e;".repeat(20));
        return Stream.of(
                Case.refused(
                        GROUP,
                        "docx, %s in the text".formatted(what),
                        () -> Packages.word(Report.word(declaration, use)).finish(),
                        "DOCTYPE"),
                Case.refused(
                        GROUP,
                        "docx, %s in the list of types".formatted(what),
                        () ->
                                new Packages()
                                        .add(
                                                "[Content_Types].xml",
                                                inFront(declaration, Packages.TYPES))
                                        .add("_rels/.rels", Packages.RELATIONS)
                                        .add("word/document.xml", Report.word(""))
                                        .finish(),
                        "DOCTYPE"),
                Case.refused(
                        GROUP,
                        "docx, %s in its relations".formatted(what),
                        () ->
                                new Packages()
                                        .add("[Content_Types].xml", Packages.TYPES)
                                        .add("_rels/.rels", declaration + Packages.RELATIONS)
                                        .add("word/document.xml", Report.word(""))
                                        .finish(),
                        "DOCTYPE"),
                Case.refused(
                        GROUP,
                        "docx, %s in the relations of its text".formatted(what),
                        () ->
                                Packages.report()
                                        .add(
                                                "word/_rels/document.xml.rels",
                                                declaration + Packages.relations("&e;"))
                                        .finish(),
                        "DOCTYPE"),
                part(what, declaration, "styles", "<w:styles xmlns:w=\"w\">&e;</w:styles>"),
                part(
                        what,
                        declaration,
                        "footnotes",
                        "<w:footnotes xmlns:w=\"w\"><w:footnote>&e;</w:footnote></w:footnotes>"),
                unread(what, declaration, "word/settings.xml"),
                unread(what, declaration, "docProps/core.xml"),
                unread(what, declaration, "customXml/item1.xml"),
                unread(what, declaration, "word/media/picture.svg"));
    }

    private static Case part(String what, String declaration, String part, String xml) {
        return Case.refused(
                GROUP,
                "docx, %s in its %s".formatted(what, part),
                () ->
                        Packages.report()
                                .add(
                                        "word/_rels/document.xml.rels",
                                        Packages.relations(
                                                Packages.relation(part, part + ".xml", false)))
                                .add("word/%s.xml".formatted(part), declaration + xml)
                                .finish(),
                "DOCTYPE");
    }

    private static Case unread(String what, String declaration, String part) {
        return Case.read(
                GROUP,
                "docx, %s in %s".formatted(what, part),
                () -> Packages.report().add(part, declaration + "<a>&e;</a>").finish(),
                Report.TITLE);
    }

    private static Stream<Case> inOpenDocument(String what, String declaration) {
        return Stream.of(
                Case.refused(
                        GROUP,
                        "odt, %s in the text".formatted(what),
                        () ->
                                Packages.openDocument(
                                                Report.openDocument(
                                                        declaration, "<text:p>&e;</text:p>"))
                                        .finish()),
                Case.answered(
                        GROUP,
                        "odt, %s in its styles".formatted(what),
                        () -> openDocumentWith("styles.xml", declaration)),
                Case.answered(
                        GROUP,
                        "odt, %s in what is said of it".formatted(what),
                        () -> openDocumentWith("meta.xml", declaration)),
                Case.answered(
                        GROUP,
                        "odt, %s in a picture".formatted(what),
                        () -> openDocumentWith("Pictures/a.svg", declaration)));
    }

    private static byte[] openDocumentWith(String part, String declaration) {
        return Packages.openDocument(Report.openDocument("", ""))
                .add(part, declaration + "<a>&e;</a>")
                .finish();
    }

    private static Stream<Case> elsewhere(String what, String declaration) {
        return Stream.of(
                Case.answered(
                        GROUP,
                        "xlsx, %s in its shared strings".formatted(what),
                        () ->
                                new Packages()
                                        .add("[Content_Types].xml", Packages.TYPES)
                                        .add("xl/sharedStrings.xml", declaration + "<a>&e;</a>")
                                        .finish()),
                Case.read(
                        GROUP,
                        "web page, " + what,
                        () ->
                                Report.bytes(
                                        declaration.replace("<!DOCTYPE a", "<!DOCTYPE html")
                                                + Report.html("", "<p>&e;</p>")),
                        Report.TITLE),
                Case.answered(
                        GROUP,
                        "text, " + what,
                        () -> Report.bytes(declaration + "<a>&e;</a>\n" + Report.text())),
                Case.read(
                        GROUP,
                        "pdf, %s in what is said of it".formatted(what),
                        () ->
                                Pdfs.report()
                                        .catalogue("/Metadata 6 0 R")
                                        .object(
                                                Pdfs.stream(
                                                                "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>"
                                                                        + declaration
                                                                        + "<x:xmpmeta xmlns:x='adobe:ns:meta/'>&e;</x:xmpmeta><?xpacket end='w'?>")
                                                        .replaceFirst(
                                                                "<<",
                                                                "<< /Type /Metadata /Subtype /XML"))
                                        .finish(),
                        Report.TITLE));
    }

    private static Stream<Case> others() {
        var include = "<xi:include parse=\"text\" href=\"%s\"/>".formatted(FILE);
        return Stream.of(
                Case.read(
                        GROUP,
                        "docx, an inclusion",
                        () ->
                                Packages.word(
                                                Report.word(
                                                        "<w:p><w:r><w:t>%s</w:t>%s</w:r></w:p>"
                                                                .formatted(include, include)))
                                        .finish(),
                        Report.TITLE),
                Case.answered(
                        GROUP,
                        "odt, an inclusion",
                        () ->
                                Packages.openDocument(
                                                Report.openDocument(
                                                        "",
                                                        "<text:p>%s</text:p>".formatted(include)))
                                        .finish()),
                Case.read(
                        GROUP,
                        "docx, a style sheet",
                        () ->
                                Packages.word(
                                                Report.word(
                                                        "<?xml-stylesheet type=\"text/xsl\" href=\"http://127.0.0.1:9/a.xsl\"?>",
                                                        ""))
                                        .finish(),
                        Report.TITLE),
                Case.refused(
                        GROUP,
                        "docx, a file in another encoding",
                        () ->
                                new Packages()
                                        .add("[Content_Types].xml", Packages.TYPES)
                                        .add("_rels/.rels", Packages.RELATIONS)
                                        .add(
                                                Packages.Entry.of(
                                                        "word/document.xml",
                                                        Report.word(
                                                                        DECLARATIONS.get("a file"),
                                                                        Report.wordParagraph("&e;"))
                                                                .replace("UTF-8", "UTF-16")
                                                                .getBytes(StandardCharsets.UTF_16)))
                                        .finish(),
                        "DOCTYPE"));
    }

    private static String inFront(String declaration, String xml) {
        var end = xml.indexOf("?>") + 2;
        return xml.substring(0, end) + declaration + xml.substring(end);
    }
}
