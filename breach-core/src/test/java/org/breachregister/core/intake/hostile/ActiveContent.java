package org.breachregister.core.intake.hostile;

import static org.breachregister.core.intake.hostile.Report.bytes;

import org.breachregister.core.intake.hostile.Packages.Entry;

import java.util.List;
import java.util.stream.Stream;

/// Group 4: documents that want to run something, or to fetch it.
final class ActiveContent {

    private static final String GROUP = "4 active content";

    private ActiveContent() {}

    static Stream<Case> cases() {
        return Stream.of(macros(), word(), fields(), pdf(), webPages(), others())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> macros() {
        return Stream.concat(
                Stream.of(
                                "word/vbaProject.bin",
                                "word/VBAPROJECT.BIN",
                                "word/vbaData.xml",
                                "other/vbaProject.bin")
                        .map(part ->
                                Case.refused(
                                        GROUP,
                                        "docx, macros in " + part,
                                        () ->
                                                Packages.report()
                                                        .add(Entry.of(part, new byte[5_000]))
                                                        .finish(),
                                        "holds macros",
                                        "without macros")),
                Stream.of(
                        Case.refused(
                                        GROUP,
                                        "docm, called docx",
                                        () ->
                                                new Packages()
                                                        .add(
                                                                "[Content_Types].xml",
                                                                Packages.TYPES.replace(
                                                                        "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                                                                        "vnd.ms-word.document.macroEnabled.main"))
                                                        .add("_rels/.rels", Packages.RELATIONS)
                                                        .add("word/document.xml", Report.word(""))
                                                        .finish(),
                                        "holds macros")
                                .called("report.docx")));
    }

    private static Stream<Case> word() {
        return Stream.of(
                Case.read(
                        GROUP,
                        "docx, a template on another machine",
                        () ->
                                Packages.report()
                                        .add("word/settings.xml", "<settings/>")
                                        .add(
                                                "word/_rels/settings.xml.rels",
                                                Packages.relations(
                                                        Packages.relation(
                                                                "attachedTemplate",
                                                                "http://127.0.0.1:9/a.dotm",
                                                                true)))
                                        .finish(),
                        "template on another machine, which was not fetched"),
                related("docx, a picture on another machine", "image", "http://127.0.0.1:9/a.png"),
                related("docx, a picture on a share", "image", "\\\\127.0.0.1\\a\\b.png"),
                related("docx, a picture of this machine", "image", "file:///etc/passwd"),
                related("docx, frames of another machine", "frame", "http://127.0.0.1:9/"),
                related(
                        "docx, an object of another machine",
                        "oleObject",
                        "mhtml:http://127.0.0.1:9/"),
                Case.read(
                        GROUP,
                        "docx, an object of another program",
                        () ->
                                wordWith(
                                        "oleObject",
                                        "embeddings/oleObject1.bin",
                                        "<w:object><o:OLEObject xmlns:o=\"o\" Type=\"Embed\" ProgID=\"Package\" r:id=\"oleObject\"/></w:object>"),
                        Report.TITLE,
                        "another file, which was not opened"),
                Case.read(
                        GROUP,
                        "docx, a control of another program",
                        () ->
                                wordWith(
                                        "control",
                                        "activeX/activeX1.xml",
                                        "<w:control r:id=\"control\"/>"),
                        Report.TITLE,
                        "another file, which was not opened"),
                Case.read(
                        GROUP,
                        "docx, a web page as a part of its text",
                        () ->
                                Packages.word(Report.word("<w:altChunk r:id=\"aFChunk\"/>"))
                                        .add(
                                                "word/_rels/document.xml.rels",
                                                Packages.relations(
                                                        Packages.relation(
                                                                "aFChunk", "a.html", false)))
                                        .add("word/a.html", "<p>" + Case.SECRET)
                                        .finish(),
                        Report.TITLE,
                        "another file, which was not opened"),
                Case.read(
                        GROUP,
                        "docx, a PDF with a program in it",
                        () ->
                                Packages.report()
                                        .add(
                                                Entry.of(
                                                        "word/embeddings/a.pdf",
                                                        Pdfs.report()
                                                                .catalogue(
                                                                        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")
                                                                .finish()))
                                        .finish(),
                        Report.TITLE));
    }

    private static Case related(String what, String type, String target) {
        return Case.read(
                GROUP,
                what,
                () ->
                        Packages.report()
                                .add(
                                        "word/_rels/document.xml.rels",
                                        Packages.relations(Packages.relation(type, target, true)))
                                .finish(),
                Report.TITLE,
                "on other machines, which were not fetched");
    }

    private static byte[] wordWith(String type, String target, String run) {
        return Packages.word(Report.word("<w:p><w:r>%s</w:r></w:p>".formatted(run)))
                .add(
                        "word/_rels/document.xml.rels",
                        Packages.relations(Packages.relation(type, target, false)))
                .add(Entry.of("word/" + target, bytes(Case.SECRET)))
                .finish();
    }

    private static Stream<Case> fields() {
        return Stream.of(
                        "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"",
                        "DDE a b c",
                        "dde a b c",
                        "INCLUDETEXT \"/etc/passwd\"",
                        "INCLUDEPICTURE \"http://127.0.0.1:9/a.png\"",
                        "LINK Excel.Sheet \"http://127.0.0.1:9/a.xls\"",
                        "IMPORT \"http://127.0.0.1:9/a\"")
                .flatMap(field ->
                        Stream.of(
                                Case.read(
                                        GROUP,
                                        "docx, a field " + field,
                                        () -> Packages.word(Report.word(field(field))).finish(),
                                        Report.TITLE,
                                        "takes its content from somewhere else"),
                                Case.read(
                                        GROUP,
                                        "docx, a field in one piece " + field,
                                        () ->
                                                Packages.word(
                                                                Report.word(
                                                                        "<w:p><w:fldSimple w:instr='%s'>%s</w:fldSimple></w:p>"
                                                                                .formatted(
                                                                                        field,
                                                                                        "<w:r><w:t>shown</w:t></w:r>")))
                                                        .finish(),
                                        Report.TITLE,
                                        "takes its content from somewhere else")));
    }

    /// A field whose instruction is cut into pieces, as those who hide it do.
    private static String field(String instruction) {
        var run = new StringBuilder("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>");
        for (var i = 0; i < instruction.length(); i += 3) {
            run.append("<w:r><w:instrText xml:space=\"preserve\">")
                    .append(instruction, i, Math.min(instruction.length(), i + 3))
                    .append("</w:instrText></w:r>");
        }
        return run
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>shown</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    }

    private static Stream<Case> pdf() {
        var ran = "nothing was run";
        return Stream.of(
                pdf(
                        "a program that runs at once",
                        Pdfs.report()
                                .catalogue(
                                        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
                        ran),
                pdf(
                        "a program that starts another",
                        Pdfs.report().catalogue("/OpenAction << /S /Launch /F (/bin/sh) >>"),
                        ran),
                pdf(
                        "a program that sends the form",
                        Pdfs.report()
                                .catalogue(
                                        "/OpenAction << /S /SubmitForm /F (http://127.0.0.1:9/) >>"),
                        ran),
                pdf(
                        "a program that runs when it is closed",
                        Pdfs.report().catalogue("/AA << /WC << /S /JavaScript /JS (a) >> >>"),
                        ran),
                pdf(
                        "programs by name",
                        Pdfs.report()
                                .catalogue(
                                        "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (a) >>] >> >>"),
                        ran),
                pdf(
                        "a program of a page",
                        Pdfs.report()
                                .page(
                                        "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /JavaScript /JS (a) >> >>]"),
                        ran),
                pdf(
                        "a film that comes from another machine",
                        Pdfs.report()
                                .page(
                                        "/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 99 99] >>]")),
                pdf(
                        "a file inside it",
                        Pdfs.report()
                                .catalogue(
                                        "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>] >> >>")
                                .object(Pdfs.stream(Case.SECRET)),
                        "were not opened"),
                pdf(
                        "a page of another file",
                        Pdfs.report()
                                .page(
                                        "/Resources << /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >>")
                                .drawing("/X Do")
                                .object(
                                        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (/etc/passwd) /Page 0 >> /Length 0 >>\nstream\n\nendstream")),
                pdf(
                        "a stream that is a file of this machine",
                        Pdfs.report()
                                .page(
                                        "/Resources << /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >>")
                                .drawing("/X Do")
                                .object(
                                        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /F (/etc/passwd) /Length 0 >>\nstream\n\nendstream")));
    }

    private static Case pdf(String what, Pdfs pdf, String... words) {
        var all = Stream.concat(Stream.of(Report.TITLE), Stream.of(words)).toArray(String[]::new);
        return Case.read(GROUP, "pdf, " + what, pdf::finish, all);
    }

    private static Stream<Case> webPages() {
        return List.of(
                        "<script>document.write('%s')</script>",
                        "<script src=//127.0.0.1:9/a.js></script>",
                        "<iframe srcdoc='%s'></iframe>",
                        "<iframe src=file:///etc/passwd></iframe>",
                        "<object data=file:///etc/passwd></object>",
                        "<embed src=file:///etc/passwd>",
                        "<img src=http://127.0.0.1:9/ onerror=\"alert('%s')\">",
                        "<svg onload=\"alert('%s')\"><script>%s</script></svg>",
                        "<link rel=import href=http://127.0.0.1:9/>",
                        "<meta http-equiv=refresh content='0;url=javascript:%s'>",
                        "<base href=http://127.0.0.1:9/>",
                        "<style>@import 'file:///etc/passwd'; /* %s */</style>",
                        "<noscript><p>%s</noscript>",
                        "<template><p>%s</template>",
                        "<a href=\"javascript:alert('%s')\">here</a>",
                        "<a href=\"data:text/html,%s\">here</a>",
                        "<p onclick=\"%s\">here</p>",
                        "<?php echo '%s'; ?>",
                        "<!--#include file=\"/etc/passwd\" -->")
                .stream()
                .map(piece ->
                        Case.read(
                                GROUP,
                                "web page, " + piece.replace("%s", ""),
                                () -> bytes(Report.html("", piece.replace("%s", Case.SECRET))),
                                Report.TITLE));
    }

    private static Stream<Case> others() {
        return Stream.of(
                Case.refused(
                        GROUP,
                        "odt, Basic",
                        () ->
                                Packages.openDocument(Report.openDocument("", ""))
                                        .add(
                                                "Basic/Standard/Module1.xml",
                                                "<a>" + Case.SECRET + "</a>")
                                        .add("Basic/script-lc.xml", "<a/>")
                                        .finish(),
                        "holds macros"),
                Case.read(
                        GROUP,
                        "odt, a script in its text",
                        () ->
                                Packages.openDocument(
                                                Report.openDocument(
                                                        "",
                                                        "<text:p><text:script>%s</text:script></text:p>"
                                                                .formatted(Case.SECRET)))
                                        .finish(),
                        Report.TITLE),
                Case.read(
                        GROUP,
                        "odt, a section of another file",
                        () ->
                                Packages.openDocument(
                                                Report.openDocument(
                                                        "",
                                                        "<text:section text:name=\"a\"><text:section-source xlink:href=\"file:///etc/passwd\"/></text:section>"))
                                        .finish(),
                        Report.TITLE),
                rich(
                        "an object",
                        "{\\object\\objemb{\\*\\objdata 0105000002000000}{\\result shown}}"),
                rich(
                        "a picture that is fetched",
                        "{\\field{\\*\\fldinst INCLUDEPICTURE \"http://127.0.0.1:9/a\"}{\\fldrslt shown}}"),
                rich("a template", "{\\*\\template http://127.0.0.1:9/a.dot}"),
                Case.answered(
                        GROUP,
                        "message, a body that stands elsewhere",
                        () ->
                                bytes(
                                        Report.mail(
                                                "MIME-Version: 1.0\r\nContent-Type: message/external-body; access-type=local-file; name=\"/etc/passwd\"\r\n",
                                                ""))),
                Case.read(
                        GROUP,
                        "message, a program attached to it",
                        () ->
                                bytes(
                                        "MIME-Version: 1.0\r\nFrom: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                                                + "--b\r\nContent-Type: text/plain\r\n\r\n"
                                                + Report.text()
                                                + "\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"../../a.exe\"\r\n\r\nMZ"
                                                + Case.SECRET
                                                + "\r\n--b--\r\n"),
                        Report.TITLE));
    }

    private static Case rich(String what, String piece) {
        return Case.answered(GROUP, "rtf, " + what, () -> bytes(Report.rich(piece)));
    }
}
