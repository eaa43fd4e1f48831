package org.breachregister.web.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.Role;
import org.breachregister.web.RunningServer;
import org.breachregister.web.page.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/// Signing in and looking after accounts in a real browser.
@TestInstance(Lifecycle.PER_CLASS)
class AccountPagesIT {

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
    void showNothingOnTheWayBackAfterSigningOut(boolean scripts) {
        var ann = People.add(server, Role.CASEWORKER);
        var page = open("/about", scripts);
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Sign in")).click();
        signIn(page, ann, "wrong password");
        assertThat(page).hasTitle("Error: Sign in - Breach Register");
        signIn(page, ann, People.PASSWORD);
        page.navigate(server.address() + "/account");
        assertThat(page.locator("dl")).containsText(ann.email());
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign out")).click();
        assertThat(page).hasTitle("Sign in - Breach Register");

        page.goBack();
        assertThat(page.content()).doesNotContain(ann.email());
        assertThat(page.context().cookies())
                .allSatisfy(cookie -> {
                    assertThat(cookie.httpOnly).isTrue();
                    assertThat(cookie.secure).isTrue();
                });
    }

    @Test
    void makeATokenByKeyboardAlone() {
        var page = open("/account", false);
        signIn(page, People.add(server, Role.CASEWORKER), People.PASSWORD);
        assertThat(page).hasTitle("Your account - Breach Register");
        page.getByLabel("What it is for").fill("Nightly export");
        page.getByLabel("Reading").focus();
        page.keyboard().press("Space");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Make the token")).focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#secret")).containsText("brk_");
        assertThat(page.locator("table")).containsText("Nightly export");
    }

    @Test
    void areAccessibleAndFitNarrowScreens() {
        var page = open("/account", true);
        var findings = new ArrayList<String>();
        check(page, findings);
        var eve = People.add(server, Role.ADMINISTRATOR);
        signIn(page, eve, People.PASSWORD);
        var other = People.add(server, Role.PRODUCER);
        for (var path :
                List.of(
                        "/account",
                        "/account/password",
                        "/users",
                        "/users/new",
                        "/users/" + other.id())) {
            page.navigate(server.address() + path);
            check(page, findings);
        }
        page.navigate(server.address() + "/users/new");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Add the account")).click();
        assertThat(page).hasTitle("Error: Add an account - Breach Register");
        check(page, findings);

        assertThat(findings).isEmpty();
    }

    private static void check(Page page, List<String> findings) {
        for (var violation :
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
                        .getViolations()) {
            findings.add(page.url() + ": " + violation.getId() + " " + violation.getNodes());
        }
        page.setViewportSize(320, 800);
        var wide =
                (boolean)
                        page.evaluate(
                                "document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (wide) {
            findings.add(page.url() + ": wider than 320 pixels");
        }
        page.setViewportSize(1280, 900);
    }

    private Page open(String path, boolean scripts) {
        var context =
                browser.newContext(
                        new NewContextOptions()
                                .setJavaScriptEnabled(scripts)
                                .setBypassCSP(scripts));
        contexts.add(context);
        var page = context.newPage();
        page.navigate(server.address() + path);
        return page;
    }

    private static void signIn(Page page, Account account, String password) {
        page.getByLabel("E-mail address").fill(account.email());
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
    }
}
