package org.breachregister.web.page;

import org.breachregister.api.Column;
import org.breachregister.api.PracticeColumn;
import org.breachregister.api.RegisterColumn;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.Edition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.util.List;
import java.util.stream.Stream;

/// The page about the data: columns, programming interface, rules of the files.
@Controller
class AboutPage {

    private final CodeOfPractice code;

    AboutPage(CodeOfPractice code) {
        this.code = code;
    }

    @GetMapping("/about")
    String show(Model model) {
        model.addAttribute("columns", rows(Stream.of(RegisterColumn.values())));
        model.addAttribute("practiceColumns", rows(Stream.of(PracticeColumn.values())));
        model.addAttribute("editions", code.editions().stream().map(AboutPage::inForce).toList());
        return "about";
    }

    private static List<Row> rows(Stream<? extends Column<?>> columns) {
        return columns.map(column ->
                        new Row(
                                column.key(),
                                column.type().label(),
                                column.description(),
                                column.whenEmpty().orElse("Never empty.")))
                .toList();
    }

    private static InForce inForce(Edition edition) {
        var to = edition.inForceTo();
        return new InForce(
                edition.id().value(),
                edition.title(),
                from(edition),
                to == null ? "In force" : Words.day(to));
    }

    /// The first day in force, as exactly as it is known.
    private static String from(Edition edition) {
        var day = edition.inForceFrom();
        return switch (edition.fromKnownTo()) {
            case DAY -> Words.day(day);
            case MONTH -> Words.month(day);
            case YEAR -> Integer.toString(day.getYear());
        };
    }

    /// A column.
    record Row(String key, String type, String description, String whenEmpty) {}

    /// An edition of the Code.
    record InForce(String id, String title, String from, String to) {}
}
