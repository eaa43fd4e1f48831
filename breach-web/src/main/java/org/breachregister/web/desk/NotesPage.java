package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/// Notes that the regulator keeps for itself.
@Controller
class NotesPage {

    private final Cases cases;
    private final Casework casework;
    private final Desk desk;

    NotesPage(Cases cases, Casework casework, Desk desk) {
        this.cases = cases;
        this.casework = casework;
        this.desk = desk;
    }

    @GetMapping(Desk.CASE + "/notes")
    String show(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, Model model) {
        return page(desk.find(id), "", Trouble.NONE, Done.words(done), model);
    }

    @PostMapping(Desk.CASE + "/notes")
    @Nullable String note(
            @PathVariable String id,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        return Desk.answer(
                casework.note(Acting.current(), one.id(), revision, text),
                response,
                "text",
                Desk.path(one, "/notes?done=noted"),
                trouble -> page(desk.find(id), text, trouble, null, model));
    }

    private String page(
            BreachCase one, String text, Trouble trouble, @Nullable String done, Model model) {
        var frame = CaseFrame.of(one, "notes", "Notes").with(trouble).done(done);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new View(
                        cases.notes(one.id()).reversed().stream()
                                .map(note ->
                                        new NoteView(
                                                note.text(),
                                                note.by().name(),
                                                Words.moment(note.at())))
                                .toList(),
                        frame.caseworker() || frame.publisher(),
                        text));
        return "desk/notes";
    }

    /// A note.
    record NoteView(String text, String by, String at) {}

    /// What the page shows.
    record View(List<NoteView> notes, boolean canWrite, String text) {}
}
