package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.Approval;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.web.page.BreachView;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/// Exactly what will be public of a case, and a second person's approval of it.
@Controller
class PreviewPage {

    private final Cases cases;
    private final Casework casework;
    private final CodeOfPractice code;
    private final Desk desk;

    PreviewPage(Cases cases, Casework casework, CodeOfPractice code, Desk desk) {
        this.cases = cases;
        this.casework = casework;
        this.code = code;
        this.desk = desk;
    }

    @GetMapping(Desk.CASE + "/preview")
    String preview(@PathVariable String id, Model model) {
        return page(desk.find(id), false, Trouble.NONE, model);
    }

    @GetMapping(Desk.CASE + "/clear")
    String ask(@PathVariable String id, Model model) {
        var one = desk.find(id);
        if (!Acting.current().is(Role.PUBLISHER)) {
            throw Desk.unknown();
        }
        return page(one, true, Trouble.NONE, model);
    }

    /// @param digest of what the person saw
    @PostMapping(Desk.CASE + "/clear")
    @Nullable String clear(
            @PathVariable String id,
            @RequestParam long revision,
            @RequestParam String digest,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        if (!seen.equals("yes")) {
            return Desk.refuse(
                    Trouble.with("seen", "Confirm that you have looked at all that will be public"),
                    response,
                    trouble -> page(one, true, trouble, model));
        }
        return Desk.answer(
                casework.clear(Acting.current(), one.id(), revision, digest),
                response,
                "seen",
                Desk.path(one, "?done=cleared"),
                trouble -> page(desk.find(id), true, trouble, model));
    }

    private String page(BreachCase one, boolean clearing, Trouble trouble, Model model) {
        var preview = cases.preview(one.id()).orElseThrow(Desk::unknown);
        var nothing = desk.nothingToPublish(one);
        model.addAttribute(
                "frame",
                CaseFrame.of(
                                one,
                                clearing ? "clear" : "preview",
                                clearing ? "Clear for publication" : "What will be public")
                        .with(trouble));
        model.addAttribute(
                "view",
                new View(
                        clearing && !nothing,
                        BreachView.preview(one.id(), preview.record(), code),
                        preview.digest(),
                        shortForm(preview.digest()),
                        preview.undecided(),
                        nothing
                                ? "Nothing of it becomes public: it was not found to be a breach to publish, and it is not on the register."
                                : event(preview.event()),
                        nothing || preview.event().equals("withdrawn"),
                        original(one),
                        cases.approvals(one.id()).stream().map(ApprovalView::of).toList()));
        return "desk/preview";
    }

    private static List<CaseView.Part> original(BreachCase one) {
        return one.read().sections().entrySet().stream()
                .filter(section -> !section.getValue().isBlank())
                .map(section ->
                        new CaseView.Part(
                                section.getKey().key(),
                                Named.section(section.getKey()),
                                section.getValue()))
                .toList();
    }

    /// The first characters of a digest, which two people can compare by voice.
    static String shortForm(String digest) {
        return digest.substring(0, 4)
                + " "
                + digest.substring(4, 8)
                + " "
                + digest.substring(8, 12);
    }

    static String event(String event) {
        return switch (event) {
            case "revised" ->
                    "Its release puts a new version in the place of the one on the register.";
            case "withdrawn" ->
                    "Its release takes the breach off the register. A note that it was withdrawn, when and why stays in its place.";
            default -> "Its release puts the breach on the register for the first time.";
        };
    }

    /// An approval.
    ///
    /// @param ended since when and why it no longer holds, or null while it does
    record ApprovalView(String what, String by, String at, String digest, @Nullable String ended) {

        static ApprovalView of(Approval approval) {
            var since = approval.voidSince();
            var why = approval.voidReason();
            return new ApprovalView(
                    approval.kind().equals("clear") ? "Cleared" : "Scheduled",
                    approval.by().name(),
                    Words.moment(approval.at()),
                    shortForm(approval.contentDigest()),
                    since == null ? null : Words.moment(since) + (why == null ? "" : ": " + why));
        }
    }

    /// What the page shows.
    ///
    /// @param clearing whether the form to clear it is shown
    /// @param undecided how many proposals nobody decided on
    /// @param withdrawal whether what is shown is not public after all
    record View(
            boolean clearing,
            BreachView breach,
            String digest,
            String digestInShort,
            int undecided,
            String event,
            boolean withdrawal,
            List<CaseView.Part> original,
            List<ApprovalView> approvals) {}
}
