package org.breachregister.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import org.breachregister.web.RunningServer;
import org.breachregister.web.Uploads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// What a producer does to report a breach, in a real browser.
@TestInstance(Lifecycle.PER_CLASS)
class ReportPageIT {

    private static final FilePayload REPORT =
            new FilePayload("breach report.txt", "text/plain", Uploads.report(1));
    private static final FilePayload RECIPE =
            new FilePayload(
                    "recipe.txt",
                    "text/plain",
                    "Cream the butter and the sugar, then add the eggs."
                            .getBytes(StandardCharsets.UTF_8));

    private final List<BrowserContext> contexts = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;
    private RunningServer server;

    @BeforeAll
    void start() {
        playwright = Browsers.playwright();
        browser = Browsers.browser(playwright);
        server = RunningServer.get();
    }

    @AfterEach
    void closeContexts() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @AfterAll
    void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsAReportAndSeesWhatWasUnderstood(boolean scripts) throws IOException {
        var page = open("/", new NewContextOptions().setJavaScriptEnabled(scripts));
        page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Main"))
                .getByText("Report a breach")
                .click();
        send(page, REPORT);

        assertThat(page).hasTitle("We have received your report - Breach Register");
        assertThat(page.url()).matches(".*/report-a-breach/received/[A-Za-z0-9_-]{32}");
        assertThat(page.locator("dl")).containsText("breach report.txt");
        assertThat(page.locator("dl")).containsText(RunningServer.sha256(Uploads.report(1)));
        assertThat(row(page, "Statistical output")).containsText("Quokkaberry Harvest Statistics");
        assertThat(row(page, "Producer")).containsText("Department for Transport");
        assertThat(row(page, "Date of report")).containsText("3 October 2016");
        assertThat(row(page, "Date of report")).containsText("Under “Name and contact details");
        assertThat(row(page, "Principles and practices")).containsText("Protocol 2.8");
        assertThat(row(page, "Promises")).containsText("31 March 2017");
        assertThat(
                        page.locator("mark", new Page.LocatorOptions().setHasText("Quillfeather"))
                                .first())
                .hasAttribute("title", "Will be removed: name");
        assertThat(page.locator("main")).not().containsText("BR-2016");

        var download =
                page.waitForDownload(() ->
                        page.getByRole(
                                        AriaRole.LINK,
                                        new GetByRoleOptions()
                                                .setName("Download the document that you sent"))
                                .click());
        assertThat(download.suggestedFilename()).isEqualTo("breach report.txt");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(Uploads.report(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isToldWhatIsWrongWithADocument(boolean scripts) {
        var page = open("/report-a-breach", new NewContextOptions().setJavaScriptEnabled(scripts));
        send(page, RECIPE);

        assertThat(page).hasTitle("Error: Report a breach - Breach Register");
        assertThat(page.locator(".govuk-error-summary")).containsText("Not a breach report");
        assertThat(page.locator("#file-error")).containsText("Not a breach report");
        page.locator(".govuk-error-summary a").click();
        assertThat(page.locator("#file")).isFocused();

        send(page, REPORT);
        assertThat(page).hasTitle("We have received your report - Breach Register");
    }

    @Test
    void isAskedForAFileWhereNoneIsChosen() {
        var page = open("/report-a-breach", new NewContextOptions());
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send the report")).click();

        assertThat(page.locator(".govuk-error-summary")).containsText("Choose the report");
    }

    @Test
    void isToldInTheSameDesignThatADocumentIsTooLarge() {
        var page = open("/report-a-breach", new NewContextOptions());
        send(page, new FilePayload("large.pdf", "application/pdf", new byte[21 * 1024 * 1024]));

        assertThat(page.locator(".govuk-error-summary")).containsText("larger than 20 MB");
        assertThat(page.getByLabel("Breach report")).isVisible();
    }

    @Test
    void sendingAgainAndGoingBackDoesNoHarm() {
        var page = open("/report-a-breach", new NewContextOptions());
        send(page, REPORT);
        var first = page.url();
        page.goBack();
        send(page, REPORT);

        assertThat(page).hasTitle("We have received your report - Breach Register");
        assertThat(page.url()).isNotEqualTo(first);
    }

    @Test
    void findsNoFaultThatAxeKnowsAndFitsAnyWindow() {
        for (var width : List.of(1280, 360)) {
            var states = new LinkedHashMap<String, FilePayload>();
            states.put("form", null);
            states.put("refused", RECIPE);
            states.put("received", REPORT);
            states.put("doubtful", doubtful());
            for (var state : states.entrySet()) {
                var page =
                        open(
                                "/report-a-breach",
                                new NewContextOptions()
                                        .setViewportSize(width, 800)
                                        .setBypassCSP(true));
                if (state.getValue() != null) {
                    send(page, state.getValue());
                }
                shoot(page, "%s-%d".formatted(state.getKey(), width));

                var violations =
                        new AxeBuilder(page)
                                .withTags(
                                        List.of(
                                                "wcag2a",
                                                "wcag2aa",
                                                "wcag21a",
                                                "wcag21aa",
                                                "wcag22aa",
                                                "best-practice"))
                                .analyze()
                                .getViolations();
                assertThat(violations).as(state.getKey() + " at " + width).isEmpty();
                page.setViewportSize(320, 600);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(state.getKey())
                        .isEqualTo(320);
            }
        }
    }

    /// A report whose every text tries to be more than text, or is longer than any window.
    private static FilePayload doubtful() {
        var text =
                new String(Uploads.report(2), StandardCharsets.UTF_8)
                        .replace("3 October 2016", "3 October 2015")
                        .replace(
                                "Department for Transport",
                                "The <b>Ministry</b> of " + "x".repeat(300))
                        .replace(
                                "None that we know of.",
                                "</bdi><script>alert(1)</script>\u202egnp.exe " + "y".repeat(500));
        return new FilePayload(
                "<script>alert(2)</script>\u202e" + "z".repeat(200) + ".txt",
                "text/plain",
                text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void runsNoScriptOfAReportAndKeepsToThePolicy() {
        var page = open("/report-a-breach", new NewContextOptions());
        var faults = new ArrayList<String>();
        page.onDialog(dialog -> {
            faults.add(dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (!message.text().startsWith("Failed to load resource")) {
                faults.add(message.text());
            }
        });
        send(page, doubtful());

        assertThat(page).hasTitle("We have received your report - Breach Register");
        assertThat(page.locator("main script").count()).isZero();
        assertThat(page.getByText("<script>alert(1)</script>").first()).isVisible();
        assertThat(faults).isEmpty();
    }

    private static com.microsoft.playwright.Locator row(Page page, String name) {
        return page.locator(
                "tr",
                new Page.LocatorOptions()
                        .setHas(
                                page.getByRole(
                                        AriaRole.ROWHEADER,
                                        new GetByRoleOptions().setName(name).setExact(true))));
    }

    private static void send(Page page, FilePayload file) {
        page.getByLabel("Breach report").setInputFiles(file);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send the report")).click();
        page.waitForURL(Pattern.compile(".*report-a-breach.*"));
    }

    private static void shoot(Page page, String name) {
        var folder = System.getProperty("breach.screenshots");
        if (folder != null) {
            page.screenshot(
                    new ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(folder, name + ".png")));
        }
    }

    private Page open(String path, NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(15_000);
        contexts.add(context);
        var page = context.newPage();
        page.navigate(server.address() + path);
        return page;
    }
}
