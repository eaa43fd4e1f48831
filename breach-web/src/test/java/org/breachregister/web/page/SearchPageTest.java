package org.breachregister.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.api.search.Questions;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.search.BreachSearch;
import org.breachregister.web.asset.Assets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.util.List;

/// The search page over a register that is looked through from end to end.
@WebMvcTest(SearchPage.class)
@AutoConfigureMockMvc(addFilters = false)
class SearchPageTest {

    @Autowired MockMvcTester site;

    @Test
    void showsExactCountsBesideEachFilter() throws Exception {
        var page = page("/breaches");

        var labels = page.select("label[for^=filter-kind]").eachText();
        assertThat(labels).contains("Early release (22 breaches)", "Leak (1 breach)");
    }

    @Test
    void ticksTheFiltersThatApplyAndOffersToRemoveEach() throws Exception {
        var page = page("/breaches?kind=leak&year=2016&from=2010");

        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("2016", "leak");
        assertThat(page.select(".br-chip").eachAttr("href"))
                .containsExactly(
                        "/breaches?kind=leak&from=2010-01-01",
                        "/breaches?year=2016&from=2010-01-01",
                        "/breaches?year=2016&kind=leak");
    }

    @Test
    void keepsAFilterThatNoBreachHas() throws Exception {
        var page = page("/breaches?kind=theft");

        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("theft");
        assertThat(page.select(".br-empty").text()).contains("clear them all");
    }

    @Test
    void leadsBackToTheFirstPageFromOneThatDoesNotExist() {
        assertThat(site.get().uri("/breaches?q=page&page=99"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/breaches?q=page");
    }

    @Test
    void givesThePageInItsTitle() throws Exception {
        assertThat(page("/breaches?page=2").title())
                .isEqualTo("Search breaches (page 2 of 3) - Breach Register");
    }

    @Test
    void saysWhatIsWrongAndShowsTheRest() throws Exception {
        var result = site.get().uri("/breaches?from=yesterday&kind=leak").exchange();

        assertThat(result).hasStatus(400);
        var page = Jsoup.parse(result.getResponse().getContentAsString());
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select("#from-error").text()).contains("That is not a date");
        assertThat(page.select("#from").val()).isEqualTo("yesterday");
        assertThat(page.select(".br-card")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utm_source", "fbclid"})
    void mindsNoParameterThatOthersPutThere(String parameter) {
        assertThat(site.get().uri("/breaches?" + parameter + "=x")).hasStatusOk();
    }

    @Test
    void marksTheWordsLookedFor() throws Exception {
        assertThat(page("/breaches?q=leaked").select("mark").eachText())
                .isEqualTo(List.of("leaked"));
    }

    private Document page(String address) throws UnsupportedEncodingException {
        return Jsoup.parse(site.get().uri(address).exchange().getResponse().getContentAsString());
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({SearchPage.class, Site.class, Assets.class})
    static class Slice {

        @Bean
        BreachSearch search() {
            return new ExampleSearch();
        }

        @Bean
        Questions questions() {
            return new Questions(CodeOfPractice.load());
        }
    }
}
