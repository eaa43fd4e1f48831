package org.breachregister.web.page;

import org.breachregister.api.register.RegisterFiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of the register editions and their downloads.
@Controller
class RegistersPage {

    private final RegisterFiles registers;

    RegistersPage(RegisterFiles registers) {
        this.registers = registers;
    }

    @GetMapping("/registers")
    String show(Model model) {
        model.addAttribute("editions", registers.all().stream().map(EditionView::of).toList());
        return "registers";
    }
}
