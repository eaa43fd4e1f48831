package org.breachregister.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;

import org.breachregister.core.SharedFolder;
import org.breachregister.core.account.AccountChange;
import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.Releases;
import org.breachregister.core.database.Sql;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.web.page.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/// One real breach from the producer's document to the public page, through a real browser.
@TestInstance(Lifecycle.PER_CLASS)
class CaseworkWalkIT {

    private static final String PASSWORD = "three plain words here";
    private static final String ROLE = "Departmental Security Officer";
    private final RunningServer server = RunningServer.get();
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void start() {
        setDefaultAssertionTimeout(30_000);
        playwright = Browsers.playwright();
        browser = Browsers.browser(playwright);
    }

    @AfterAll
    void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void leadsAReportFromTheProducersDocumentToThePublicPage() throws IOException {
        var producer = signedIn("Perry Producer", Role.PRODUCER, "ministry-of-justice");
        var caseworker = signedIn("Casey Caseworker", Role.CASEWORKER);
        var publisher = signedIn("Paula Publisher", Role.PUBLISHER);

        var breach = sent(producer, seed());
        assessed(caseworker, breach, producer);
        cleared(caseworker, publisher, breach);

        assertThat(server.get("/breaches/" + breach).statusCode()).isEqualTo(404);
        release(breach);
        var open = browser.newContext().newPage();
        open.navigate(server.address() + "/breaches/" + breach);
        assertThat(open.locator("h1")).containsText("Safety in Custody");
        assertThat(open.locator("main")).containsText("[role removed]");
        assertThat(open.locator("main")).not().containsText(ROLE);
        assertThat(server.get("/api/v1/breaches/" + breach).body()).doesNotContain(ROLE);

        overdue(caseworker, breach);
        producer.navigate(server.address() + "/my-reports/" + breach);
        assertThat(producer.locator("main")).containsText("Published");
        assertThat(producer.locator("main")).not().containsText("Casey Caseworker");
    }

    private static Path seed() throws IOException {
        try (var files = Files.list(SharedFolder.get("seeds"))) {
            return files.filter(file -> file.toString().endsWith(".md")).findFirst().orElseThrow();
        }
    }

    /// The producer uploads the form, corrects a field and sends it.
    private static String sent(Page page, Path document) {
        page.locator(".br-mine__begin").click();
        page.getByLabel("Upload a form that is filled in already").check();
        press(page, "Continue");
        page.getByLabel("Breach report").setInputFiles(document);
        press(page, "Upload and read it");
        assertThat(page.locator("h1")).hasText("Check what was read before you send it");
        page.locator(".govuk-summary-list__row")
                .filter(new Locator.FilterOptions().setHasText("Name of the statistical output"))
                .getByRole(AriaRole.LINK)
                .last()
                .click();
        page.getByLabel("What is the statistical output called?")
                .fill("Safety in Custody Statistics");
        press(page, "Save and continue");
        press(page, "Send the report");
        assertThat(page.locator("h1")).hasText("Report sent");
        var panel = page.locator(".govuk-panel").innerText();
        var number = Pattern.compile("BR-\\d{4}-\\d{4}").matcher(panel);
        assertThat(number.find()).as(panel).isTrue();
        return number.group();
    }

    /// The caseworker asks, reads the answer, redacts and assesses.
    private void assessed(Page page, String breach, Page producer) {
        page.navigate(server.address() + "/desk/cases/" + breach);
        press(page, "Take the case up");
        page.navigate(server.address() + "/desk/cases/" + breach + "/messages");
        page.getByLabel("Question").fill("Which data system was shut down, and for how long?");
        press(page, "Send the question");

        producer.navigate(server.address() + "/my-reports/" + breach + "/answer");
        producer.getByLabel("Your answer").fill("The Performance Hub, for two days.");
        press(producer, "Send the answer");

        page.navigate(server.address() + "/desk/cases/" + breach + "/messages");
        assertThat(page.locator(".br-messages")).containsText("The Performance Hub, for two days.");
        page.navigate(server.address() + "/desk/cases/" + breach + "/redact");
        var all = page.getByRole(AriaRole.BUTTON, named("Remove all that is proposed"));
        if (all.isVisible()) {
            all.click();
        }
        page.getByLabel("Words to remove").fill(ROLE);
        page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true)).selectOption("role");
        press(page, "Remove the words");
        page.navigate(server.address() + "/desk/cases/" + breach + "/assess");
        page.getByLabel("A breach", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Why").fill("Figures became known before their time.");
        press(page, "Keep the assessment");
        assertThat(page.locator(".br-case__state")).hasText("Assessed");
    }

    /// A second person clears it; the first cannot. Then it is scheduled.
    private void cleared(Page caseworker, Page page, String breach) {
        assertThat(
                        caseworker
                                .getByRole(AriaRole.BUTTON, named("Clear for publication"))
                                .isVisible())
                .isFalse();
        page.navigate(server.address() + "/desk/cases/" + breach + "/clear");
        page.getByLabel(Pattern.compile("^I have looked at all")).check();
        press(page, "Clear for publication");
        assertThat(page.locator(".br-case__state")).hasText("Cleared");
        page.navigate(server.address() + "/desk/cases/" + breach + "/schedule");
        var day = LocalDate.now(ZoneId.of("Europe/London")).plusDays(7);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        page.getByLabel("Day").fill(Integer.toString(day.getDayOfMonth()));
        page.getByLabel("Month").fill(Integer.toString(day.getMonthValue()));
        page.getByLabel("Year").fill(Integer.toString(day.getYear()));
        press(page, "Schedule the release");
        assertThat(page.locator(".br-case__state")).hasText("Scheduled");
    }

    /// Lets the time of the release come, and the index notice it.
    private void release(String breach) {
        new Sql(server.part("programDataSource", DataSource.class))
                .change("update scheduled_release set release_at = now() where breach = ?", breach);
        server.part(Releases.class).releaseDue();
        var deadline = System.nanoTime() + 30_000_000_000L;
        while (server.get("/breaches/" + breach).statusCode() != 200
                && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    /// The promise to update the Authority gets a day, and stands in the list once it has passed.
    private void overdue(Page page, String breach) {
        page.navigate(server.address() + "/desk/cases/" + breach + "/commitments");
        page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("Change|Update")))
                .first()
                .click();
        page.getByLabel("Day").fill("31");
        page.getByLabel("Month").fill("10");
        page.getByLabel("Year").fill("2016");
        press(page, "Save");
        page.navigate(server.address() + "/desk/commitments");
        assertThat(page.locator("main")).containsText(breach);
        assertThat(page.locator("main")).containsText("I will update the Authority");
    }

    private Page signedIn(String name, Role role, String... bodies) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@walk.example.org";
        var added =
                server.part(Accounts.class)
                        .add(
                                Actor.PROGRAM,
                                email,
                                name,
                                List.of(role),
                                List.of(bodies).stream().map(ProducerId::new).toList(),
                                PASSWORD,
                                false);
        assertThat(added).isInstanceOf(AccountChange.Done.class);
        var context = browser.newContext();
        context.setDefaultTimeout(60_000);
        var page = context.newPage();
        page.navigate(server.address() + "/sign-in");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Sign out"))).isVisible();
        if (role == Role.PRODUCER) {
            page.navigate(server.address() + "/my-reports");
        }
        return page;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void press(Page page, String name) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
