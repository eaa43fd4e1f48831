package org.breachregister.web.command;

import java.io.PrintWriter;
import java.util.Locale;

/// Shows on standard error how far long work is: a bar on a terminal, a line every other second
/// elsewhere.
final class Progress {

    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean terminal = Boolean.getBoolean("breach.terminal");
    private String step = "";
    private long lastShown = System.nanoTime();

    Progress(PrintWriter err) {
        this.err = err;
    }

    /// Tells that `done` of `total` pieces of a step are done; a total of 0 or less is not known.
    synchronized void show(String step, long done, long total) {
        var changed = !step.equals(this.step);
        if (changed) {
            end();
            this.step = step;
        }
        if (terminal) {
            bar(done, total, changed || done == total);
        } else {
            line(done, total);
        }
    }

    private void bar(long done, long total, boolean now) {
        var time = System.nanoTime();
        if (!now && time - lastShown < 50_000_000) {
            return;
        }
        lastShown = time;
        var filled = total <= 0 ? 0 : (int) (WIDTH * done / total);
        err.printf(
                Locale.ROOT,
                "\r\033[K%-12s [%s%s] %,d%s",
                step,
                "#".repeat(filled),
                " ".repeat(WIDTH - filled),
                done,
                total <= 0 ? "" : String.format(Locale.ROOT, " of %,d", total));
        err.flush();
    }

    private void line(long done, long total) {
        var time = System.nanoTime();
        if (time - lastShown >= 2_000_000_000L) {
            lastShown = time;
            err.printf(
                    Locale.ROOT,
                    "%s: %,d%s%n",
                    step,
                    done,
                    total <= 0 ? "" : String.format(Locale.ROOT, " of %,d", total));
        }
    }

    /// Says something in between.
    synchronized void say(String words) {
        end();
        err.println(words);
    }

    /// Ends the bar, so that what follows stands on a line of its own.
    synchronized void end() {
        if (terminal && !step.isEmpty()) {
            err.print("\r\033[K");
            err.flush();
        }
        step = "";
    }
}
