package org.breachregister.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;

import org.breachregister.web.Examples;
import org.breachregister.web.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// What people do with the pages, in a real browser.
@TestInstance(Lifecycle.PER_CLASS)
class PagesIT {

    static final List<String> PAGES =
            List.of(
                    "/",
                    "/breaches",
                    "/breaches?page=2",
                    "/breaches?q=leaked&principle=T3&kind=leak&from=2010",
                    "/breaches?q=nowhere&year=2016",
                    "/breaches?from=yesterday",
                    "/breaches/" + Examples.FULL,
                    "/breaches/" + Examples.HOSTILE,
                    "/breaches/" + Examples.WITHDRAWN,
                    "/registers",
                    "/about",
                    "/report-a-breach",
                    "/nothing");

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
    void findABreachThroughWordsAndFiltersAndReadIt(boolean scripts) {
        var page = open("/", new NewContextOptions().setJavaScriptEnabled(scripts));

        page.getByLabel("Search the register").fill("figures");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Search")).click();
        assertThat(page).hasTitle("Search results for “figures” - Breach Register");
        assertThat(page.locator("mark").first())
                .hasText(Pattern.compile("figure.*", Pattern.CASE_INSENSITIVE));

        page.getByLabel(Pattern.compile("^Leak \\(")).check();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Apply filters")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("1 breach")))
                .isVisible();
        assertThat(page.url()).contains("q=figures").contains("kind=leak");

        page.getByRole(
                        AriaRole.LINK,
                        new GetByRoleOptions()
                                .setName("Prison Population Quarterly, April to June 2016"))
                .click();
        assertThat(page.locator("h1")).hasText("Prison Population Quarterly, April to June 2016");
        assertThat(page.locator("dl")).containsText("30 September to 1 October 2016");
        assertThat(page.getByText("Due 31 March 2017")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void removeAFilterSortAndTurnPages(boolean scripts) {
        var page =
                open("/breaches?kind=leak", new NewContextOptions().setJavaScriptEnabled(scripts));

        page.getByRole(
                        AriaRole.LINK,
                        new GetByRoleOptions().setName("Remove filter Kind of breach: Leak"))
                .click();
        assertThat(page.locator("#found")).containsText("46 breaches");
        page.getByLabel("Sort by").selectOption("oldest");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sort").setExact(true))
                .click();
        assertThat(page.locator(".br-card").first()).containsText("2009");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Next page")).click();
        assertThat(page).hasTitle("Search breaches (page 2 of 3) - Breach Register");
        assertThat(page.url()).contains("sort=oldest").contains("page=2");
    }

    @Test
    void helpWhereNothingIsFound() {
        var page = open("/breaches?q=xyzzy");

        assertThat(page.locator("#found")).hasText("0 breaches");
        assertThat(page.locator(".br-empty")).containsText("use fewer words");
    }

    @Test
    void pointAtAWrongDateAndKeepIt() {
        var page = open("/breaches?from=yesterday");

        assertThat(page).hasTitle(Pattern.compile("^Error: .*"));
        assertThat(page.locator(".govuk-error-summary")).isFocused();
        page.locator(".govuk-error-summary a").click();
        assertThat(page.locator("#from")).isFocused();
        assertThat(page.locator("#from")).hasValue("yesterday");
    }

    @Test
    void downloadAFileOfAnEdition() {
        var page = open("/registers");

        var download =
                page.waitForDownload(() ->
                        page.getByRole(
                                        AriaRole.LINK,
                                        new GetByRoleOptions().setName("Excel spreadsheet (XLSX)"))
                                .click());

        assertThat(download.suggestedFilename()).isEqualTo(RunningServer.EDITION + ".xlsx");
    }

    @Test
    void reachTheContentByTheSkipLink() {
        var page = open("/");

        page.keyboard().press("Tab");
        var skip = page.locator(".govuk-skip-link");
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main-content")).isFocused();
    }

    @Test
    void runNoHostileScript() {
        var page = page(new NewContextOptions());
        var dialogs = new ArrayList<String>();
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        for (var path :
                List.of(
                        "/breaches/" + Examples.HOSTILE,
                        "/breaches?year=2018",
                        "/breaches?q=alert")) {
            page.navigate(server.address() + path);
            page.waitForTimeout(100);
        }

        assertThat(dialogs).isEmpty();
        assertThat(page.locator("main script, main img").count()).isZero();
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void haveNoFaultThatAxeKnows(String path) {
        for (var width : List.of(1280, 360)) {
            var page =
                    open(
                            path,
                            new NewContextOptions().setViewportSize(width, 800).setBypassCSP(true));

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
        }
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void fitIntoANarrowWindow(String path) {
        var page = open(path, new NewContextOptions().setViewportSize(320, 600));

        var width = page.evaluate("document.documentElement.scrollWidth");

        assertThat(width).as(path).isEqualTo(320);
    }

    @Test
    void haveEachATitleOfItsOwnOneHeadingAndALanguage() {
        var titles = new HashMap<String, String>();
        for (var path : PAGES) {
            var page = open(path);

            assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en-GB");
            assertThat(titles.put(page.title(), path)).as(page.title()).isNull();
        }
    }

    @Test
    void breakNoRuleOfTheirOwnPolicyAndLoadNothingFromElsewhere() {
        var page = page(new NewContextOptions());
        var faults = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (!message.text()
                    .startsWith(
                            "Failed to load resource: the server responded with a status of 4")) {
                faults.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(server.address() + "/")
                    || request.url().contains("woff")) {
                faults.add(request.url());
            }
        });
        PAGES.forEach(path -> page.navigate(server.address() + path));

        assertThat(faults).isEmpty();
    }

    @Test
    void leadOutOfTheRegisterOnlyToPlainWebAddresses() {
        var page = open("/breaches/" + Examples.FULL);

        var outside = page.locator("main a[href^='http']");
        assertThat(outside.filter(new FilterOptions().setHasText("statement")))
                .hasAttribute("rel", Pattern.compile(".*noopener.*"));
        assertThat(page.locator("main a[href^='javascript']").count()).isZero();
        assertThat(page.getByText("javascript:alert(1)")).isVisible();
    }

    private Page open(String path) {
        return open(path, new NewContextOptions());
    }

    private Page open(String path, NewContextOptions options) {
        var page = page(options);
        page.navigate(server.address() + path);
        return page;
    }

    private Page page(NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(15_000);
        contexts.add(context);
        return context.newPage();
    }
}
