package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.CaseLink;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.publication.BreachId;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Other breaches that a case has to do with.
@Controller
class LinksPage {

    private static final List<String> RELATIONS =
            List.of("same-event", "repeat", "related", "not-related");

    private final Cases cases;
    private final Casework casework;
    private final Desk desk;

    LinksPage(Cases cases, Casework casework, Desk desk) {
        this.cases = cases;
        this.casework = casework;
        this.desk = desk;
    }

    @GetMapping(Desk.CASE + "/links")
    String show(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, Model model) {
        return page(desk.find(id), "", "", "", Trouble.NONE, Done.words(done), model);
    }

    @PostMapping(Desk.CASE + "/links")
    @Nullable String link(
            @PathVariable String id,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        var number = BreachId.parse(other.strip().toUpperCase(Locale.ROOT));
        if (number.isEmpty() || relation.isEmpty()) {
            var trouble =
                    number.isEmpty()
                            ? Trouble.with(
                                    "other", "Enter the number of a case, such as BR-2016-0001")
                            : Trouble.with(
                                    "relation", "Choose what the two have to do with each other");
            return Desk.refuse(
                    trouble, response, it -> page(one, other, relation, reason, it, null, model));
        }
        return Desk.answer(
                casework.link(
                        Acting.current(),
                        one.id(),
                        revision,
                        number.get(),
                        relation,
                        reason.isBlank() ? null : reason),
                response,
                "other",
                Desk.path(one, "/links?done=linked"),
                it -> page(desk.find(id), other, relation, reason, it, null, model));
    }

    @PostMapping(Desk.CASE + "/links/remove")
    @Nullable String unlink(
            @PathVariable String id,
            @RequestParam long revision,
            @RequestParam String other,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        var number = BreachId.parse(other).orElseThrow(Desk::malformed);
        return Desk.answer(
                casework.unlink(Acting.current(), one.id(), revision, number),
                response,
                "other",
                Desk.path(one, "/links?done=unlinked"),
                it -> page(desk.find(id), "", "", "", it, null, model));
    }

    private String page(
            BreachCase one,
            String other,
            String relation,
            String reason,
            Trouble trouble,
            @Nullable String done,
            Model model) {
        var links = cases.links(one.id());
        var decided = links.stream().map(CaseLink::other).toList();
        model.addAttribute("frame", CaseFrame.of(one, "links", "Links").with(trouble).done(done));
        model.addAttribute(
                "view",
                new View(
                        Objects.requireNonNull(one.regulator()).duplicates().stream()
                                .filter(likely -> !decided.contains(likely.of()))
                                .map(CaseView.Likely::of)
                                .toList(),
                        links.stream().map(this::view).toList(),
                        one.report().previousBreaches(),
                        RELATIONS.stream()
                                .map(key -> new DeskPage.Choice(key, Named.relation(key)))
                                .toList(),
                        other,
                        relation,
                        reason));
        return "desk/links";
    }

    private LinkView view(CaseLink link) {
        var other = cases.find(Acting.current(), link.other());
        return new LinkView(
                link.other().value(),
                Desk.CASES + "/" + link.other(),
                other.map(it -> Named.producers(it.report()) + ": " + Named.output(it.report()))
                        .orElse(""),
                Named.relation(link.relation()),
                link.reason(),
                link.by().name(),
                Words.moment(link.at()));
    }

    /// A link to another case.
    record LinkView(
            String id,
            String href,
            String title,
            String relation,
            @Nullable String reason,
            String by,
            String at) {}

    /// What the page shows.
    ///
    /// @param likely cases that it looks like and nobody has decided on
    /// @param mentioned the words of the report that name earlier breaches
    record View(
            List<CaseView.Likely> likely,
            List<LinkView> links,
            List<String> mentioned,
            List<DeskPage.Choice> relations,
            String other,
            String relation,
            String reason) {}
}
