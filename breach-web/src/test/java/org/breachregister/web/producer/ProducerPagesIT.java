package org.breachregister.web.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import org.breachregister.core.account.Account;
import org.breachregister.web.Uploads;
import org.breachregister.web.page.Browsers;
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
import java.util.Map;
import java.util.regex.Pattern;

/// What a producer does with the pages, in a real browser.
@TestInstance(Lifecycle.PER_CLASS)
class ProducerPagesIT {

    private final List<BrowserContext> contexts = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;
    private ProducerWorld world;

    @BeforeAll
    void start() {
        playwright = Browsers.playwright();
        browser = Browsers.browser(playwright);
        world = new ProducerWorld();
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

    @Test
    void reportsABreachWithTheKeyboardAloneAndWithoutScripts() throws IOException {
        var person = world.account("Rowan Ash", ProducerWorld.JUSTICE, ProducerWorld.STATISTICS);
        var page =
                signedIn(
                        person, new NewContextOptions().setJavaScriptEnabled(false), "/my-reports");
        assertThat(page.locator("h1")).hasText("Your reports");

        press(page, page.locator(".br-mine__begin"), "Enter");
        press(page, page.getByLabel("Ministry of Justice"), "Space");
        press(page, page.getByLabel("Fill in the form here"), "Space");
        press(page, button(page, "Continue"), "Enter");
        assertThat(page.locator(".govuk-task-list__item")).hasCount(9);

        fillIn(
                page,
                "The statistical output",
                "Not started",
                Map.of("What is the statistical output called?", "Quokka Statistics, July 2016"));
        press(page, link(page, "When it happened"), "Enter");
        type(page, page.getByLabel("Day"), "30");
        type(page, page.getByLabel("Month"), "9");
        type(page, page.getByLabel("Year"), "2016");
        press(page, button(page, "Add another date"), "Enter");
        assertThat(page.getByLabel("Day").first()).hasValue("30");
        type(page, page.getByLabel("Day").last(), "1");
        type(page, page.getByLabel("Month").last(), "October");
        type(page, page.getByLabel("Year").last(), "2016");
        press(page, button(page, "Save and continue"), "Enter");
        press(page, link(page, "The part of the Code"), "Enter");
        assertThat(page.locator("#practices-hint")).containsText("in force on 30 September 2016");
        press(page, page.locator("input[value='1.0 Protocol 2.8']"), "Space");
        press(page, button(page, "Save and continue"), "Enter");
        fillIn(
                page,
                "What happened",
                "Not started",
                Map.of("What happened?", "A table went to a mailing list one day early."));
        fillIn(
                page,
                "People to contact",
                "",
                Map.of(
                        "Head of Profession for Statistics, or Lead Official",
                        "Tamsin Quillfeather"));

        press(page, link(page, "Check and send"), "Enter");
        assertThat(page.locator("main")).containsText("30 September 2016");
        assertThat(page.locator("main")).containsText("1 October 2016");
        press(page, button(page, "Send the report"), "Enter");

        assertThat(page.locator("h1")).hasText("Report sent");
        assertThat(page.locator(".govuk-panel")).containsText(Pattern.compile("BR-\\d{4}-\\d{4}"));
        var download =
                page.waitForDownload(
                        () -> press(page, link(page, "Download what was sent"), "Enter"));
        assertThat(Files.readString(download.path())).contains("Quokka Statistics, July 2016");
        press(page, link(page, "Summary to read or print"), "Enter");
        assertThat(page.locator("main"))
                .containsText("A table went to a mailing list one day early.");
    }

    private void fillIn(Page page, String part, String status, Map<String, String> answers) {
        var item =
                page.locator(".govuk-task-list__item", new Page.LocatorOptions().setHasText(part))
                        .first();
        assertThat(item).containsText(status);
        press(page, link(page, part).first(), "Enter");
        answers.forEach((label, text) ->
                type(
                        page,
                        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)),
                        text));
        press(page, button(page, "Save and continue"), "Enter");
        assertThat(item).containsText("Completed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void uploadsAFormCorrectsWhatWasReadAndSendsIt(boolean scripts) throws IOException {
        var person = world.account("Rowan Ash", ProducerWorld.TRANSPORT);
        var page =
                signedIn(
                        person,
                        new NewContextOptions().setJavaScriptEnabled(scripts),
                        "/my-reports/begin");
        page.getByLabel("Upload a form that is filled in already").check();
        button(page, "Continue").click();
        assertThat(page.locator("main")).containsText("up to 20 MB");
        page.getByLabel("Breach report")
                .setInputFiles(
                        new FilePayload(
                                "recipe.txt",
                                "text/plain",
                                "Cream the butter.".getBytes(StandardCharsets.UTF_8)));
        button(page, "Upload and read it").click();
        assertThat(page.locator(".govuk-error-summary")).containsText("Not a breach report");

        var document = Uploads.report(scripts ? 501 : 502);
        page.getByLabel("Breach report")
                .setInputFiles(new FilePayload("the form.txt", "text/plain", document));
        button(page, "Upload and read it").click();
        assertThat(page.locator("h1")).hasText("Check what was read before you send it");
        var output = row(page, "Name of the statistical output");
        assertThat(output).containsText("Quokkaberry Harvest Statistics");
        assertThat(row(page, "Date of occurrence")).containsText("30 September 2016");
        assertThat(row(page, "Date of occurrence").locator(".br-read")).containsText("Sure");
        output.getByRole(AriaRole.LINK).click();
        page.getByLabel("What is the statistical output called?").fill("Quokkaberry Yields");
        button(page, "Save and continue").click();
        assertThat(row(page, "Name of the statistical output")).containsText("Quokkaberry Yields");
        button(page, "Send the report").click();

        assertThat(page.locator("h1")).hasText("Report sent");
        var download = page.waitForDownload(() -> link(page, "Download what was sent").click());
        assertThat(download.suggestedFilename()).isEqualTo("the form.txt");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(document);
        page.goBack();
        page.reload();
        assertThat(page.locator("h1")).hasText("Report sent");
    }

    @Test
    void answersAQuestionAddsASupplementAndReportsOnACommitment() {
        var person = world.account("Rowan Ash", ProducerWorld.JUSTICE);
        var breach = world.sent(person, ProducerWorld.JUSTICE, "Answered Statistics");
        world.ask(breach, "Who was told of the figures?");
        world.promise(breach, "We will tell the Authority what came of the review.");
        var page = signedIn(person, new NewContextOptions(), "/my-reports");

        assertThat(page.locator(".br-waiting")).containsText("Who was told of the figures?");
        page.locator(".br-waiting a", new Page.LocatorOptions().setHasText(breach.value())).click();
        button(page, "Send the answer").click();
        assertThat(page.locator(".govuk-error-summary")).containsText("Write your answer");
        page.getByLabel("Your answer").fill("The press office, and nobody else.");
        page.getByLabel("A file, if there is one")
                .setInputFiles(
                        new FilePayload("../../e\u202Egnp.exe", "text/plain", new byte[] {1, 2}));
        button(page, "Send the answer").click();
        assertThat(page.locator(".govuk-notification-banner")).containsText("with the regulator");
        assertThat(page.locator(".br-timeline")).containsText("The press office, and nobody else.");
        assertThat(page.locator(".br-timeline")).containsText("egnp.exe");
        assertThat(page.locator("main")).not().containsText(ProducerWorld.CASEWORKER);

        link(page, "Add a supplement").click();
        page.getByLabel("What do you want to add?").fill("The review has ended.");
        button(page, "Add the supplement").click();
        assertThat(page.locator(".br-timeline li").first()).containsText("The review has ended.");

        page.navigate(world.server.address() + "/my-reports");
        page.locator("section", new Page.LocatorOptions().setHas(page.locator("#overdue")))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(breach.value()))
                .getByRole(AriaRole.LINK)
                .click();
        page.getByLabel("What was done").fill("It was published on our site.");
        button(page, "Send it to the regulator").click();
        assertThat(page.locator(".br-promise").last())
                .containsText("It was published on our site.");
    }

    @Test
    void pointsAtADayThatThereIsNotAndKeepsIt() {
        var person = world.account("Rowan Ash", ProducerWorld.JUSTICE);
        var draft = world.draft(person, ProducerWorld.JUSTICE, Map.of());
        var page =
                signedIn(
                        person,
                        new NewContextOptions(),
                        "/my-reports/drafts/" + draft.id() + "/when");
        page.getByLabel("Day").fill("30");
        page.getByLabel("Month").fill("2");
        page.getByLabel("Year").fill("2016");
        button(page, "Save and continue").click();

        assertThat(page).hasTitle(Pattern.compile("^Error: .*"));
        page.locator(".govuk-error-summary a").click();
        assertThat(page.locator("#occurrenceDates-0")).isFocused();
        assertThat(page.locator("#occurrenceDates-0")).hasValue("30");
        assertThat(page.locator(".govuk-error-summary")).containsText("no 30 February 2016");
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyElseWasFaster() {
        var person = world.account("Rowan Ash", ProducerWorld.JUSTICE);
        var draft = world.draft(person, ProducerWorld.JUSTICE, Map.of());
        var address = "/my-reports/drafts/" + draft.id() + "/reasons";
        var page = signedIn(person, new NewContextOptions(), address);
        var other = page.context().newPage();
        other.navigate(world.server.address() + address);
        other.getByLabel("Why did it happen?").fill("Theirs.");
        button(other, "Save and continue").click();
        page.getByLabel("Why did it happen?").fill("Mine.");
        button(page, "Save and continue").click();

        assertThat(page.locator(".govuk-error-summary"))
                .containsText("Somebody changed this report");
        assertThat(page.locator(".br-now")).containsText("Theirs.");
        assertThat(page.getByLabel("Why did it happen?")).hasValue("Mine.");
        button(page, "Save mine instead").click();
        assertThat(page.locator(".govuk-task-list")).isVisible();
    }

    @Test
    void haveNoFaultThatAxeKnowsAndFitAnyWindow() {
        var person = world.account("Rowan Ash", ProducerWorld.JUSTICE, ProducerWorld.STATISTICS);
        var full = new LinkedHashMap<>(ProducerWorld.answers("Statistics".repeat(12)));
        full.put("occurrenceDates", List.of("2016-09-30", "2016-10-01"));
        var draft = world.draft(person, ProducerWorld.JUSTICE, full);
        var empty = world.draft(person, ProducerWorld.STATISTICS, Map.of());
        var read = world.uploaded(person, ProducerWorld.JUSTICE, Uploads.report(503));
        var breach =
                world.sent(
                        person,
                        ProducerWorld.JUSTICE,
                        "Prison Population Quarterly, April to June 2016");
        world.ask(breach, "Who was told of the figures before 9:30am, and by whom?");
        var promise = world.promise(breach, "We will tell the Authority what came of the review.");
        var report = "/my-reports/" + breach;
        var drafts = "/my-reports/drafts/";
        var paths =
                new ArrayList<>(
                        List.of(
                                "/my-reports",
                                "/my-reports/begin",
                                "/my-reports/begin/upload?body=" + ProducerWorld.JUSTICE,
                                drafts + draft.id(),
                                drafts + empty.id(),
                                drafts + draft.id() + "/check",
                                drafts + empty.id() + "/check",
                                drafts + draft.id() + "/delete",
                                report,
                                report + "/sent",
                                report + "/copy",
                                report + "/answer",
                                report + "/supplement",
                                report + "/commitments/" + promise));
        paths.addAll(
                List.of(
                        drafts + read.id(),
                        drafts + read.id() + "/check",
                        drafts + read.id() + "/when",
                        drafts + read.id() + "/code"));
        for (var part : FormPart.values()) {
            paths.add(drafts + draft.id() + "/" + part.slug());
        }
        for (var width : List.of(1280, 375)) {
            var page =
                    signedIn(
                            person,
                            new NewContextOptions().setViewportSize(width, 800).setBypassCSP(true),
                            "/my-reports");
            for (var path : paths) {
                page.setViewportSize(width, 800);
                page.navigate(world.server.address() + path);
                shoot(
                        page,
                        path.replace(draft.id(), "draft")
                                        .replace(empty.id(), "empty")
                                        .replace(read.id(), "read")
                                        .replaceAll("[^a-z]+", "-")
                                + "-"
                                + width);
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
                assertThat(violations).as(path + " at " + width).isEmpty();
                page.setViewportSize(320, 600);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(320);
                assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
            }
        }
    }

    private static void shoot(Page page, String name) {
        var directory = System.getProperty("breach.screenshots");
        if (directory != null) {
            page.screenshot(
                    new ScreenshotOptions()
                            .setPath(Path.of(directory, name + ".png"))
                            .setFullPage(true));
        }
    }

    /// Goes to an element with the Tab key and presses another one there.
    private static void press(Page page, Locator element, String key) {
        tabTo(page, element);
        page.keyboard().press(key);
    }

    private static void type(Page page, Locator element, String text) {
        tabTo(page, element);
        page.keyboard().type(text);
    }

    private static void tabTo(Page page, Locator element) {
        assertThat(element).isVisible();
        for (var presses = 0; presses < 200; presses++) {
            if (Boolean.TRUE.equals(element.evaluate("one => one === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The Tab key does not reach " + element);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private static Locator row(Page page, String name) {
        return page.locator(".govuk-summary-list__row")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.locator(
                                                "dt", new Page.LocatorOptions().setHasText(name))));
    }

    private Page signedIn(Account person, NewContextOptions options, String path) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(60_000);
        contexts.add(context);
        var page = context.newPage();
        page.navigate(world.server.address() + path);
        page.getByLabel("E-mail address").fill(person.email());
        page.getByLabel("Password").fill(ProducerWorld.PASSWORD);
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign in"))
                .click();
        return page;
    }
}
