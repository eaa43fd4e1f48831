package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.api.report.SentDocument;
import org.breachregister.api.report.SentForm;
import org.breachregister.api.report.Submissions;
import org.breachregister.api.report.UploadRefused;
import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.CaseFile;
import org.breachregister.core.casework.CaseRecords.StoredFile;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The documents of a case. They may be anything at all, so they are only ever saved, never shown.
@Controller
class FilesPage {

    private static final String PATH = Desk.CASE + "/files";

    private final Cases cases;
    private final Casework casework;
    private final Submissions submissions;
    private final Desk desk;

    FilesPage(Cases cases, Casework casework, Submissions submissions, Desk desk) {
        this.cases = cases;
        this.casework = casework;
        this.submissions = submissions;
        this.desk = desk;
    }

    @GetMapping(PATH)
    String show(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, Model model) {
        return page(desk.find(id), Trouble.NONE, Done.words(done), model);
    }

    @GetMapping(PATH + "/original")
    ResponseEntity<Resource> original(@PathVariable String id) {
        var one = desk.find(id);
        return SentDocument.download(cases.original(one.id()).orElseThrow(Desk::unknown));
    }

    /// A document that came with this case; one of another is not found here.
    @GetMapping(PATH + "/{number:\\d{1,18}}")
    ResponseEntity<Resource> file(@PathVariable String id, @PathVariable long number) {
        var one = desk.find(id);
        var here =
                Stream.concat(
                                cases.files(one.id()).stream().map(CaseFile::file),
                                cases.messages(one.id()).stream()
                                        .flatMap(message -> Stream.ofNullable(message.file())))
                        .map(StoredFile::document)
                        .anyMatch(document -> document == number);
        if (!here) {
            throw Desk.unknown();
        }
        return SentDocument.download(cases.document(number).orElseThrow(Desk::unknown));
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Nullable String attach(
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var one = desk.find(id);
        try {
            return submissions
                    .takeSigned(
                            request,
                            form -> Optional.ofNullable(attach(one, form, response, model)))
                    .orElse(null);
        } catch (UploadRefused refused) {
            response.setStatus(refused.getStatusCode().value());
            return page(one, Trouble.with("file", refused.sentence()), null, model);
        }
    }

    private @Nullable String attach(
            BreachCase one, SentForm form, HttpServletResponse response, Model model) {
        var file = form.file();
        if (file == null) {
            return Desk.refuse(
                    Trouble.with("file", "Choose a file"),
                    response,
                    trouble -> page(one, trouble, null, model));
        }
        return Desk.answer(
                casework.attach(
                        Acting.current(),
                        one.id(),
                        revision(form.text("revision")),
                        submissions.document(file, "application/octet-stream"),
                        form.text("forProducer").equals("yes")),
                response,
                "file",
                Desk.path(one, "/files?done=attached"),
                trouble -> page(desk.find(one.id().value()), trouble, null, model));
    }

    private static long revision(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw Desk.malformed();
        }
    }

    private String page(BreachCase one, Trouble trouble, @Nullable String done, Model model) {
        model.addAttribute("frame", CaseFrame.of(one, "files", "Files").with(trouble).done(done));
        model.addAttribute(
                "view",
                new View(
                        cases.files(one.id()).stream().map(file -> FileView.of(file, one)).toList(),
                        Submissions.MOST_BYTES / (1024 * 1024)));
        return "desk/files";
    }

    /// A file beside the report.
    record FileView(
            MessageView.FileLink link, String type, String by, String at, boolean forProducer) {

        static FileView of(CaseFile file, BreachCase one) {
            return new FileView(
                    MessageView.FileLink.of(file.file(), one),
                    file.file().mediaType(),
                    file.by().name(),
                    Words.moment(file.at()),
                    file.forProducer());
        }
    }

    /// What the page shows.
    record View(List<FileView> files, int mostMegabytes) {}
}
