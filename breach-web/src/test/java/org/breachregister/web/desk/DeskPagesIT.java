package org.breachregister.web.desk;

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

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.CaseRecords.Approval;
import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.CaseStep;
import org.breachregister.core.casework.CorrectedField;
import org.breachregister.core.casework.Redacted;
import org.breachregister.core.publication.BreachId;
import org.breachregister.web.page.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What people at the regulator do with the pages, in a real browser.
@TestInstance(Lifecycle.PER_CLASS)
class DeskPagesIT {

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final Map<String, Actor> pages = new LinkedHashMap<>();
    private final Map<String, String> signedIn = new HashMap<>();
    private Playwright playwright;
    private Browser browser;
    private DeskServer server;

    @BeforeAll
    void start() {
        playwright = Browsers.playwright();
        browser = Browsers.browser(playwright);
        server = new DeskServer();
        listPages();
    }

    @AfterEach
    void closeContexts() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    /// A page of each kind, with something on it.
    private void listPages() {
        var worked = server.after(CaseStep.TAKE_UP);
        var like = server.submitted();
        var cat = server.caseworker;
        server.confirm(
                worked,
                CorrectedField.OUTPUT_TITLE,
                List.of("Prison Population"),
                "The title of the output has no number.");
        server.confirm(
                worked,
                CorrectedField.KIND,
                List.of("shared outside pre-release list"),
                "As the account says.");
        server.does(
                cat,
                worked,
                at -> server.casework().note(cat, worked, at, "Rang them.\nThey will look."));
        server.does(
                cat,
                worked,
                at -> server.casework().link(cat, worked, at, like, "repeat", "The same list"));
        server.does(
                cat,
                worked,
                at ->
                        server.casework()
                                .plan(
                                        cat,
                                        worked,
                                        at,
                                        "Look at the list",
                                        java.time.LocalDate.now(ReleaseTime.LONDON).plusDays(3)));
        var waiting = server.after(CaseStep.ASK);
        var assessed = server.after(CaseStep.ASSESS);
        var cleared = server.after(CaseStep.CLEAR);
        var scheduled = server.after(CaseStep.SCHEDULE);
        var published = server.after(CaseStep.RELEASE);
        var commitment = Acting.as(cat, () -> server.cases().commitments(worked).getFirst().id());
        var at = "/desk/cases/";
        pages.put("/desk", cat);
        pages.put("/desk/cases", cat);
        pages.put("/desk/cases?queue=to-clear&q=Justice", cat);
        pages.put(at + worked, cat);
        pages.put(at + waiting, cat);
        pages.put(at + published, server.analyst);
        pages.put(at + scheduled, server.publisher);
        pages.put(at + worked + "/plan", cat);
        for (var field : CorrectedField.values()) {
            pages.put(at + worked + "/fields/" + field.key(), cat);
        }
        pages.put(at + worked + "/assess", cat);
        pages.put(at + assessed + "/reopen", cat);
        pages.put(at + worked + "/messages", cat);
        pages.put(at + waiting + "/messages", cat);
        pages.put(at + worked + "/notes", cat);
        pages.put(at + worked + "/files", cat);
        pages.put(at + worked + "/links", cat);
        pages.put(at + worked + "/redact", cat);
        pages.put(at + assessed + "/redact", server.analyst);
        pages.put(at + worked + "/preview", cat);
        pages.put(at + assessed + "/clear", server.publisher);
        pages.put(at + cleared + "/schedule", server.publisher);
        pages.put(at + scheduled + "/unschedule", server.publisher);
        pages.put(at + published + "/revise", cat);
        pages.put(at + assessed + "/history", cat);
        pages.put(at + worked + "/commitments", cat);
        pages.put(at + worked + "/commitments/" + commitment, cat);
        pages.put("/desk/commitments", cat);
        pages.put("/desk/commitments?show=all", cat);
        pages.put("/desk/audit?case=" + worked, cat);
        pages.put("/desk/audit?person=" + cat.id(), server.administrator);
        pages.put("/desk/audit?case=x", cat);
    }

    @Test
    void haveNoFaultThatAxeKnowsAndFitIntoANarrowWindow() {
        var faults = new ArrayList<String>();
        pages.forEach((path, actor) -> {
            for (var width : List.of(1280, 320)) {
                var page =
                        open(
                                actor,
                                path,
                                new NewContextOptions()
                                        .setViewportSize(width, 800)
                                        .setBypassCSP(true));
                assertThat(page.locator("h1")).hasCount(1);
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
                        .getViolations()
                        .forEach(one ->
                                faults.add(
                                        path
                                                + " at "
                                                + width
                                                + ": "
                                                + one.getId()
                                                + " "
                                                + one.getNodes().getFirst().getHtml()));
                var wide = (int) page.evaluate("document.documentElement.scrollWidth");
                if (wide > width) {
                    faults.add(path + " is " + wide + " wide at " + width);
                }
                page.close();
            }
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void haveEachATitleOfItsOwnAndSayWhatIsWrongInTheBrowserNowhere() {
        var faults = new ArrayList<String>();
        var titles = new LinkedHashMap<String, String>();
        pages.forEach((path, actor) -> {
            var page = page(actor, new NewContextOptions());
            page.onConsoleMessage(message -> faults.add(path + ": " + message.text()));
            page.navigate(server.address() + path);
            var other = titles.put(page.title(), path);
            if (other != null && !path.contains("?") && !other.contains("?")) {
                faults.add("%s has the title of %s: %s".formatted(path, other, page.title()));
            }
            page.close();
        });

        assertThat(faults).isEmpty();
    }

    /// With `-Dbreach.shots=DIR`, for whoever wants to look at them.
    @Test
    void canBeLookedAt() {
        var directory = System.getProperty("breach.shots");
        if (directory == null) {
            return;
        }
        pages.forEach((path, actor) -> {
            for (var width : List.of(1280, 375)) {
                var page = open(actor, path, new NewContextOptions().setViewportSize(width, 900));
                page.screenshot(
                        new ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(
                                        Path.of(
                                                directory,
                                                path.replaceAll("[^A-Za-z0-9-]+", "_")
                                                        + "-"
                                                        + width
                                                        + ".png")));
                page.close();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takeACaseFromTheQueueToTheSchedule(boolean scripts) {
        var id = server.submitted();
        var options = new NewContextOptions().setJavaScriptEnabled(scripts);
        var page = open(server.caseworker, "/desk", options);

        page.getByRole(AriaRole.LINK, named(Pattern.compile("^Unassigned"))).click();
        page.getByRole(AriaRole.LINK, named(id.value())).click();
        press(page, "Take the case up");
        assertThat(page.locator(".govuk-notification-banner")).containsText("It is yours now");

        page.getByRole(AriaRole.BUTTON, named("Confirm Producer")).click();
        assertThat(page.locator("#field-producers")).containsText("Confirmed by Cat Caseworker");
        page.getByRole(AriaRole.LINK, named("Change Statistical output")).click();
        page.getByLabel("Statistical output").fill("Prison Population");
        press(page, "Save");
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        assertThat(page.getByLabel("Statistical output")).hasValue("Prison Population");
        page.getByLabel("Why").fill("The number is not part of the title.");
        press(page, "Save");
        assertThat(page.locator("#field-outputTitle")).containsText("Prison Population");
        assertThat(page.locator("#field-outputTitle")).containsText("Changed by Cat Caseworker");

        caseLink(page, "Redact");
        page.getByRole(AriaRole.BUTTON, named("Remove all that is proposed")).click();
        assertThat(page.locator("#proposals")).hasText("Nothing waits for a decision.");
        page.getByLabel("Words to remove").fill("Littlewood");
        press(page, "Remove the words");
        assertThat(page.locator(".govuk-error-summary")).containsText("stand 2 times");
        page.getByLabel("Everywhere").check();
        page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true))
                .selectOption("security");
        press(page, "Remove the words");
        assertThat(
                        page.locator(".br-redact__text .br-span--removed")
                                .filter(
                                        new com.microsoft.playwright.Locator.FilterOptions()
                                                .setHasText("Littlewood")))
                .hasCount(2);

        caseLink(page, "Preview");
        assertThat(page.locator(".br-sides__public")).containsText("[security detail removed]");
        assertThat(page.locator(".br-sides__public")).not().containsText("Littlewood");
        assertThat(page.locator(".br-sides__original")).containsText("Littlewood");

        caseLink(page, "Case");
        page.getByRole(AriaRole.BUTTON, named("Assess")).click();
        press(page, "Keep the assessment");
        assertThat(page.locator(".govuk-error-summary")).containsText("Choose what");
        page.getByLabel("A breach", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Why").fill("Figures left before their time.");
        press(page, "Keep the assessment");
        assertThat(page.locator(".br-case__state")).hasText("Assessed");
        assertThat(page.locator(".br-panel"))
                .containsText("Clear for publication: by a publisher who did not prepare it.");

        page = open(server.publisher, "/desk/cases?queue=to-clear", options);
        page.getByRole(AriaRole.LINK, named(id.value())).click();
        page.getByRole(AriaRole.BUTTON, named("Clear for publication")).click();
        press(page, "Clear for publication");
        assertThat(page.locator(".govuk-error-summary")).containsText("Confirm that you have");
        page.getByLabel(Pattern.compile("^I have looked at all")).check();
        press(page, "Clear for publication");
        assertThat(page.locator(".br-case__state")).hasText("Cleared");

        page.getByRole(AriaRole.BUTTON, named("Schedule the release")).click();
        assertThat(page.getByLabel("Time in London")).hasValue("9:30am");
        day(page, "28", "3", "2027");
        page.getByLabel("Time in London").fill("1:30am");
        press(page, "Schedule the release");
        assertThat(page.locator(".govuk-error-summary"))
                .containsText("There is no 1:30am on Sunday 28 March 2027");
        page.getByLabel("Time in London").fill("9:30am");
        press(page, "Schedule the release");
        assertThat(page.locator(".govuk-error-summary")).containsText("is at the weekend");
        day(page, "29", "March", "2027");
        press(page, "Schedule the release");
        assertThat(page.locator(".br-case__state")).hasText("Scheduled");
        assertThat(page.locator("dl").first()).containsText("Monday 29 March 2027 at 9:30am BST");
        assertThat(state(id)).isEqualTo(CaseState.SCHEDULED);
    }

    @Test
    void askWhichOfTwoTimesIsMeantWhereTheClocksGoBack() {
        var id = server.after(CaseStep.CLEAR);
        var page = open(server.publisher, "/desk/cases/" + id + "/schedule");

        day(page, "31", "10", "2027");
        page.getByLabel("Time in London").fill("1:30am");
        press(page, "Schedule the release");
        page.getByLabel(Pattern.compile("^The second: Sunday 31 October 2027 at 1:30am GMT"))
                .check();
        press(page, "Schedule the release");
        page.getByLabel("The weekend is meant").check();
        press(page, "Schedule the release");

        assertThat(page.locator(".br-case__state")).hasText("Scheduled");
        assertThat(page.locator("dl").first()).containsText("1:30am GMT");
    }

    @Test
    void refuseToLetSomebodyClearWhatTheyAssessed() {
        var id = server.submitted();
        var bo = server.both;
        server.does(bo, id, at -> server.casework().takeUp(bo, id, at));
        server.does(bo, id, at -> server.casework().redactAsProposed(bo, id, at));
        server.does(
                bo,
                id,
                at ->
                        server.casework()
                                .assess(
                                        bo,
                                        id,
                                        at,
                                        org.breachregister.core.casework.Outcome.BREACH,
                                        "It is one.",
                                        null));

        var page = open(bo, "/desk/cases/" + id);
        assertThat(page.locator(".br-panel")).containsText("because you assessed this case");
        page.navigate(server.address() + "/desk/cases/" + id + "/clear");
        page.getByLabel(Pattern.compile("^I have looked at all")).check();
        press(page, "Clear for publication");

        assertThat(page.locator(".govuk-error-summary")).isVisible();
        assertThat(state(id)).isEqualTo(CaseState.ASSESSED);
        assertThat(approvals(id)).isEmpty();
    }

    @Test
    void refuseToClearWhatIsNotWhatWasSeen() {
        var id = server.after(CaseStep.ASSESS);
        var page = open(server.publisher, "/desk/cases/" + id + "/clear");
        server.confirm(id, CorrectedField.OUTPUT_TITLE, List.of("Another title"), "Wrong.");

        page.getByLabel(Pattern.compile("^I have looked at all")).check();
        press(page, "Clear for publication");

        assertThat(page.locator(".govuk-error-summary"))
                .containsText("Somebody changed this case in the meantime");
        assertThat(page.locator(".br-sides__public")).containsText("Another title");
        assertThat(approvals(id)).isEmpty();
    }

    @Test
    void keepWhatWasTypedWhereSomebodyElseWasQuicker() {
        var id = server.after(CaseStep.TAKE_UP);
        var page = open(server.caseworker, "/desk/cases/" + id + "/notes");
        var cole = server.colleague;
        server.does(cole, id, at -> server.casework().note(cole, id, at, "I was first."));

        page.getByLabel("New note").fill("I was second.");
        press(page, "Keep the note");

        assertThat(page).hasTitle(Pattern.compile("^Error: "));
        assertThat(page.locator(".govuk-error-summary"))
                .containsText("Somebody changed this case in the meantime");
        assertThat(page.getByLabel("New note")).hasValue("I was second.");
        assertThat(page.locator(".br-messages")).containsText("I was first.");
        press(page, "Keep the note");
        assertThat(page.locator(".br-message").first()).containsText("I was second.");
    }

    @Test
    void chooseAProducerByName() {
        var id = server.after(CaseStep.TAKE_UP);
        var page = open(server.caseworker, "/desk/cases/" + id + "/fields/producers");

        page.getByLabel("Find a body").fill("national records scotland");
        page.getByRole(AriaRole.BUTTON, named("Find")).click();
        page.getByRole(AriaRole.CHECKBOX, named("National Records of Scotland")).check();
        page.getByRole(AriaRole.CHECKBOX, named("Ministry of Justice")).uncheck();
        page.getByLabel("Why").fill("It is theirs.");
        press(page, "Save");

        assertThat(page.locator("#field-producers")).containsText("National Records of Scotland");
        assertThat(page.locator("#field-producers")).containsText("Read as: Ministry of Justice");
    }

    @Test
    void choosePracticesOfTheEditionInForceAndOfAnother() {
        var id = server.after(CaseStep.TAKE_UP);
        var page = open(server.caseworker, "/desk/cases/" + id + "/fields/references");

        assertThat(page.getByText("Edition 1.0 was in force when the breach occurred")).isVisible();
        page.getByLabel("Protocol 2.8").check();
        page.getByLabel("Show another edition").selectOption("2.1");
        page.getByRole(AriaRole.BUTTON, named("Show")).click();
        assertThat(
                        page.getByRole(AriaRole.GROUP, named("Chosen from elsewhere"))
                                .getByLabel("Protocol 2.8"))
                .isChecked();
        page.getByLabel("Another element").fill("2.1 T3.10");
        page.getByLabel("Why").fill("As the account says.");
        press(page, "Save");

        assertThat(page.locator("#field-references")).containsText("Protocol 2.8 (edition 1.0)");
        assertThat(page.locator("#field-references")).containsText("T3.10 (edition 2.1)");
    }

    @Test
    void markWordsWithTheMouse() {
        var id = server.after(CaseStep.TAKE_UP);
        var page = open(server.caseworker, "/desk/cases/" + id + "/redact");

        page.evaluate(
                """
                () => {
                  const piece = [...document.querySelectorAll('[data-section=account] [data-from]')]
                      .find((one) => one.textContent.includes('again.'))
                  const at = piece.textContent.lastIndexOf('Littlewood')
                  document.getSelection().setBaseAndExtent(piece.firstChild, at, piece.firstChild, at + 10)
                }
                """);
        page.getByRole(AriaRole.BUTTON, named("Remove the marked words")).click();
        assertThat(page.getByLabel("Words to remove")).hasValue("Littlewood");
        press(page, "Remove the words");

        assertThat(page.locator(".br-redact__text .br-span--removed"))
                .containsText(new String[] {"Littlewood"});
        assertThat(
                        Acting.as(server.caseworker, () -> server.cases().redactions(id)).stream()
                                .filter(one -> one.decision() == Redacted.Decision.REMOVED)
                                .map(Redacted::text))
                .containsExactly("Littlewood");
    }

    @Test
    void undoADecisionAndKeepWords() {
        var id = server.after(CaseStep.TAKE_UP);
        var page = open(server.caseworker, "/desk/cases/" + id + "/redact");

        page.getByRole(AriaRole.BUTTON, named("Keep 1").setExact(true)).click();
        assertThat(page.locator("#span-1")).containsText("Kept");
        page.getByRole(AriaRole.BUTTON, named("Undo the decision on 1")).click();
        assertThat(page.locator("#span-1")).containsText("Proposed");
    }

    @Test
    void attachAFileAndSaveItAgain() {
        var id = server.after(CaseStep.TAKE_UP);
        var page = open(server.caseworker, "/desk/cases/" + id + "/files");

        page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(
                        new com.microsoft.playwright.options.FilePayload(
                                "list.txt",
                                "text/plain",
                                "who was on it".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        page.getByLabel("Show it to the producer too").check();
        press(page, "Attach the file");

        assertThat(page.locator("table")).containsText("The producer too");
        var download =
                page.waitForDownload(
                        () -> page.getByRole(AriaRole.LINK, named("list.txt")).click());
        assertThat(download.suggestedFilename()).isEqualTo("list.txt");
    }

    @Test
    void goThroughACaseByKeyboardOnly() {
        var id = server.submitted();
        var page = open(server.caseworker, "/desk/cases/" + id);

        tabTo(page, "Take the case up");
        page.keyboard().press("Enter");
        assertThat(page.locator(".br-case__state")).hasText("Under assessment");
        tabTo(page, "Notes");
        page.keyboard().press("Enter");
        assertThat(page).hasTitle(Pattern.compile("^Notes"));
        tabTo(page, "");
        page.keyboard().type("By keyboard");
        tabTo(page, "Keep the note");
        page.keyboard().press("Space");
        assertThat(page.locator(".br-message").first()).containsText("By keyboard");
    }

    @Test
    void showAnalystsEverythingAndNoForms() {
        pages.keySet().stream()
                .filter(path ->
                        path.matches(
                                "/desk/cases/BR-[^/]+(/(messages|notes|files|links|redact|preview|history|commitments))?"))
                .forEach(path -> {
                    var page = open(server.analyst, path);
                    assertThat(page.locator("main form[method=post]")).hasCount(0);
                    page.close();
                });
    }

    @Test
    void areNotThereForProducersAndTheOthersPagesNotForWhoMayNotDoIt() {
        var id = server.after(CaseStep.ASSESS);

        for (var path :
                List.of(
                        "/desk",
                        "/desk/cases",
                        "/desk/cases/" + id,
                        "/desk/commitments",
                        "/desk/audit")) {
            assertThat(status(server.producer, path)).as(path).isEqualTo(404);
        }
        assertThat(status(server.caseworker, "/desk/cases/" + id + "/clear")).isEqualTo(404);
        assertThat(status(server.analyst, "/desk/cases/" + id + "/plan")).isEqualTo(404);
        assertThat(status(server.analyst, "/desk/cases/BR-2016-9999")).isEqualTo(404);
        assertThat(status(server.analyst, "/desk/cases/nonsense")).isEqualTo(404);
        assertThat(status(server.administrator, "/desk/audit?case=" + id)).isEqualTo(200);
        assertThat(status(server.administrator, "/desk/cases/" + id)).isEqualTo(404);
        assertThat(status(server.caseworker, "/desk/cases?queue=nonsense")).isEqualTo(400);
    }

    private int status(Actor actor, String path) {
        var page = page(actor, new NewContextOptions());
        var status = page.navigate(server.address() + path).status();
        page.close();
        return status;
    }

    private CaseState state(BreachId id) {
        return Acting.as(
                server.analyst,
                () -> server.cases().find(server.analyst, id).orElseThrow().state());
    }

    private List<Approval> approvals(BreachId id) {
        return Acting.as(server.analyst, () -> server.cases().approvals(id));
    }

    private static void day(Page page, String day, String month, String year) {
        page.getByLabel("Day", new Page.GetByLabelOptions().setExact(true)).fill(day);
        page.getByLabel("Month").fill(month);
        page.getByLabel("Year").fill(year);
    }

    private static void press(Page page, String name) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(name)
                                .setExact(true))
                .click();
    }

    private static void caseLink(Page page, String name) {
        page.getByRole(AriaRole.NAVIGATION, named("This case"))
                .getByRole(
                        AriaRole.LINK,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(name)
                                .setExact(true))
                .click();
    }

    /// Presses the tabulator until an element with these words has the focus, or for no words a box
    /// to write in.
    private static void tabTo(Page page, String words) {
        for (var count = 0; count < 80; count++) {
            page.keyboard().press("Tab");
            var found =
                    (String)
                            page.evaluate(
                                    "() => document.activeElement.tagName === 'TEXTAREA' ? '' : document.activeElement.textContent.trim() || '?'");
            if (found.equals(words)) {
                return;
            }
        }
        throw new AssertionError("Nothing to reach by keyboard that says '" + words + "'");
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static GetByRoleOptions named(Pattern name) {
        return new GetByRoleOptions().setName(name);
    }

    private Page open(Actor actor, String path) {
        return open(actor, path, new NewContextOptions());
    }

    private Page open(Actor actor, String path, NewContextOptions options) {
        var page = page(actor, options);
        assertThat(page.navigate(server.address() + path).status()).as(path).isEqualTo(200);
        return page;
    }

    /// Signs in and gives what the browser keeps of it.
    private String signIn(String name) {
        try (var context = browser.newContext()) {
            var page = context.newPage();
            page.navigate(server.address() + "/sign-in");
            page.locator("input[name=email]").fill(DeskServer.email(name));
            page.locator("input[name=password]").fill(DeskServer.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.BUTTON, named("Sign out"))).isVisible();
            return context.storageState();
        }
    }

    private Page page(Actor actor, NewContextOptions options) {
        var context =
                browser.newContext(
                        options.setStorageState(
                                signedIn.computeIfAbsent(actor.name(), this::signIn)));
        context.setDefaultTimeout(15_000);
        contexts.add(context);
        return context.newPage();
    }
}
