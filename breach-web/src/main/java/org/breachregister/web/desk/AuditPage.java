package org.breachregister.web.desk;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Audit;
import org.breachregister.core.account.Audit.Entry;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

/// The record of who did what, by case and by person.
@Controller
class AuditPage {

    static final String PATH = "/desk/audit";
    private static final int A_PAGE = 50;

    private final Audit audit;
    private final Staff staff;

    /// Reads with the rights of the program: whoever looks after accounts sees this record, and no
    /// cases. [DeskAdvice] says who is let in.
    AuditPage(@Qualifier("program") DataSource program, Staff staff) {
        this.audit = new Audit(program);
        this.staff = staff;
    }

    /// @param before number of the last entry of the page before
    @GetMapping(PATH)
    String show(
            @RequestParam(name = "case", defaultValue = "") String breach,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        var number = breach.strip().toUpperCase(Locale.ROOT);
        var last = before.isEmpty() ? Long.MAX_VALUE : number(before);
        String problem = null;
        List<Entry> found = List.of();
        if (!number.isEmpty()) {
            if (BreachId.parse(number).isEmpty()) {
                problem = "Enter the number of a case, such as BR-2016-0001";
            } else {
                found = audit.ofRecord("case", number, last, A_PAGE + 1);
            }
        } else if (!person.isEmpty()) {
            found = audit.ofAccount(new AccountId(number(person)), last, A_PAGE + 1);
        }
        var entries = new ArrayList<>(found);
        String next = null;
        if (entries.size() > A_PAGE) {
            entries.removeLast();
            next =
                    PATH
                            + (number.isEmpty() ? "?person=" + number(person) : "?case=" + number)
                            + "&before="
                            + entries.getLast().id();
        }
        model.addAttribute(
                "view",
                new View(
                        breach,
                        person,
                        problem,
                        staff.everybody(),
                        entries.stream().map(AuditRow::of).toList(),
                        problem == null && !(number.isEmpty() && person.isEmpty()),
                        next,
                        Acting.current().isRegulator()));
        return "desk/audit";
    }

    private static long number(String text) {
        try {
            var number = Long.parseLong(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // it is none
        }
        throw Desk.malformed();
    }

    /// What the page shows.
    ///
    /// @param asked whether it was said whose or which deeds are wanted
    /// @param cases whether the reader may look at the cases themselves
    record View(
            String breach,
            String person,
            @Nullable String problem,
            List<Staff.Person> people,
            List<AuditRow> rows,
            boolean asked,
            @Nullable String next,
            boolean cases) {}
}
