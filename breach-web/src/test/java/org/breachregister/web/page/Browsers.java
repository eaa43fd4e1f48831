package org.breachregister.web.page;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the browser installed on this machine; downloads none.
public final class Browsers {

    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private Browsers() {}

    /// Starts Playwright, which the caller closes; without a browser, the test is skipped aloud, or
    /// fails where `-Dbreach.browser.required=true` asks for it.
    public static Playwright playwright() {
        if (executable().isEmpty()) {
            var message =
                    "No browser found, neither in the variable BREACH_BROWSER nor among "
                            + USUAL
                            + ": BROWSER TESTS SKIPPED";
            System.out.println("\n*** " + message + " ***\n");
            if (Boolean.getBoolean("breach.browser.required")) {
                fail(message);
            }
            abort(message);
        }
        return Playwright.create(
                new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    public static Browser browser(Playwright playwright) {
        return playwright
                .chromium()
                .launch(
                        new LaunchOptions()
                                .setExecutablePath(executable().orElseThrow())
                                .setArgs(
                                        List.of(
                                                "--no-sandbox",
                                                "--disable-gpu",
                                                "--disable-background-networking",
                                                "--disable-component-update",
                                                "--disable-sync",
                                                "--no-first-run")));
    }

    private static Optional<Path> executable() {
        var named =
                System.getProperty(
                        "breach.browser", System.getenv().getOrDefault("BREACH_BROWSER", ""));
        var candidates = named.isEmpty() ? USUAL.stream() : Stream.of(named);
        return candidates.map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
