package org.breachregister.core.intake.hostile;

import static org.breachregister.core.intake.hostile.Report.bytes;

import java.util.List;
import java.util.stream.Stream;

/// Group 8, too: texts on which a careless pattern never ends.
final class PatternTraps {

    private static final String GROUP = "8 pattern trap";
    private static final int LONG = 900_000;

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "7",
                    "(",
                    ")",
                    "*",
                    "_",
                    ">",
                    "<",
                    "|",
                    "#",
                    "-",
                    "=",
                    "+",
                    "~",
                    "`",
                    "@",
                    ".",
                    ",",
                    ":",
                    "\\",
                    "/",
                    "\"",
                    "'",
                    "&",
                    "[",
                    "](",
                    "![",
                    " ",
                    "\t",
                    "\u00A0",
                    "\u200B",
                    "\u00AD",
                    "A ",
                    "a@",
                    "a.b@",
                    "1/",
                    "1 ",
                    "T3.",
                    "T3.4 ",
                    "http://",
                    "www.a",
                    "Mr ",
                    "Ab Cd ",
                    "and ",
                    "Practice 1 ",
                    "&#x",
                    "<td>",
                    "<!--",
                    "<p",
                    "| a ",
                    "**a",
                    "> ",
                    "01632 ",
                    "SW1A 1AA ",
                    "1 May ",
                    "by 1 May ",
                    "- a\n",
                    "\n",
                    "a\n",
                    "|\n",
                    "|-|-|\n",
                    "> a\n",
                    "a: b\n",
                    "Date of occurrence\n",
                    "Date of breach report: 1 May 2026\n");

    private PatternTraps() {}

    static Stream<Case> cases() {
        return PIECES.stream()
                .flatMap(piece -> {
                    var shown = piece.replace("\n", "\\n").replace("\t", "\\t");
                    return Stream.of(
                            Case.answered(
                                    GROUP,
                                    "%s without end".formatted(shown),
                                    () -> bytes(piece.repeat(LONG / piece.length()))),
                            Case.answered(
                                    GROUP,
                                    "%s behind a report".formatted(shown),
                                    () -> bytes(Report.text(piece.repeat(LONG / piece.length())))),
                            Case.answered(
                                    GROUP,
                                    "%s behind every answer".formatted(shown),
                                    () ->
                                            bytes(
                                                    Report.textWithEach(
                                                            piece.repeat(
                                                                    LONG / 8 / piece.length())))));
                });
    }
}
