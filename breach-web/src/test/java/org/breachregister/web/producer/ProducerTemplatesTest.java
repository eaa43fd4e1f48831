package org.breachregister.web.producer;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.Drafts.SelfCheck;
import org.breachregister.core.casework.LikelyDuplicate;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Anomaly;
import org.breachregister.web.page.Problem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.util.LinkedMultiValueMap;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Every page of producers with words that try to be more than words.
class ProducerTemplatesTest {

    private static final CodeOfPractice CODE = CodeOfPractice.load();
    private static final String HOSTILE = ProducerExamples.HOSTILE;

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void showsWordsAsWords(String template, Object view) {
        var page = rendered(template, view);

        assertThat(page.select("main script, main img, [onerror], a[href^=javascript]")).isEmpty();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.text()).contains("<script>alert(1)</script>").contains("${7*7}");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (var link : page.select("main a[href^=#]")) {
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.outerHtml())
                    .isNotNull();
        }
        for (var label : page.select("main label")) {
            assertThat(page.getElementById(label.attr("for"))).as(label.outerHtml()).isNotNull();
        }
        for (var described : page.select("main [aria-describedby]")) {
            for (var id : described.attr("aria-describedby").split(" ")) {
                assertThat(page.getElementById(id)).as(described.outerHtml()).isNotNull();
            }
        }
    }

    static Stream<Arguments> pages() {
        var report = ProducerExamples.report(HOSTILE, HOSTILE);
        var draft = ProducerExamples.draft(Map.of("previousBreaches", List.of(HOSTILE)), report);
        var check =
                new SelfCheck(
                        List.of("impact", "occurrenceDates", "references"),
                        List.of(
                                new Anomaly("future-date", HOSTILE),
                                new Anomaly("something-else", HOSTILE)),
                        List.of(
                                new LikelyDuplicate(ProducerExamples.BREACH, 0.9, HOSTILE, true),
                                new LikelyDuplicate(
                                        new BreachId("BR-2016-0002"), 0.9, HOSTILE, true)));
        var waiting = ProducerExamples.theCase(CaseState.WAITING_FOR_PRODUCER, HOSTILE, HOSTILE);
        var gathered =
                new CaseView.Gathered(
                        List.of(ProducerExamples.step("take-up", CaseState.UNDER_ASSESSMENT)),
                        List.of(
                                ProducerExamples.question(HOSTILE),
                                ProducerExamples.supplement(HOSTILE, HOSTILE)),
                        List.of(),
                        List.of(ProducerExamples.promise(HOSTILE)));
        var open = CaseView.Open.of(gathered.messages(), ProducerExamples.TODAY);
        return Stream.concat(
                Stream.of(FormPart.values())
                        .flatMap(part -> {
                            var typed = typed(part);
                            return Stream.of(
                                    Arguments.of(
                                            "producer/part",
                                            PartView.of(
                                                    draft,
                                                    typed,
                                                    3,
                                                    List.of(),
                                                    false,
                                                    "",
                                                    CODE,
                                                    ProducerExamples.TODAY)),
                                    Arguments.of(
                                            "producer/part",
                                            PartView.of(
                                                    draft,
                                                    typed,
                                                    3,
                                                    typed.problems(),
                                                    true,
                                                    "check",
                                                    CODE,
                                                    ProducerExamples.TODAY)));
                        }),
                Stream.of(
                        Arguments.of(
                                "producer/my-reports",
                                new MyReportsView(
                                        List.of(HOSTILE, "Ministry of Justice"),
                                        List.of(
                                                MyReportsView.Question.of(
                                                        waiting,
                                                        ProducerExamples.question(HOSTILE),
                                                        ProducerExamples.TODAY)),
                                        List.of(
                                                MyReportsView.Promise.of(
                                                        ProducerExamples.promise(HOSTILE))),
                                        List.of(MyReportsView.Begun.of(draft, Map.of())),
                                        List.of(MyReportsView.Sent.of(waiting)),
                                        "/my-reports?after=BR-2016-0001",
                                        true,
                                        "The draft is deleted.")),
                        Arguments.of(
                                "producer/begin",
                                new BeginPage.BeginView(
                                        Map.of("one", HOSTILE, "two", "Two"),
                                        "",
                                        "",
                                        List.of(
                                                new Problem("body", "Choose the body"),
                                                new Problem("how", "Choose how")))),
                        Arguments.of(
                                "producer/upload",
                                new BeginPage.UploadView("one", HOSTILE, 20, HOSTILE)),
                        Arguments.of("producer/tasks", TaskListView.of(draft, check, HOSTILE)),
                        Arguments.of(
                                "producer/delete",
                                new DraftPages.DeleteView(
                                        HOSTILE, "/my-reports/drafts/x", 3, true)),
                        Arguments.of(
                                "producer/check",
                                CheckView.of(
                                        draft,
                                        check,
                                        HOSTILE,
                                        Set.of(ProducerExamples.BREACH),
                                        CODE,
                                        HOSTILE,
                                        true)),
                        Arguments.of("producer/sent", ReportCopy.of(waiting, null, CODE)),
                        Arguments.of("producer/copy", ReportCopy.of(waiting, null, CODE)),
                        Arguments.of(
                                "producer/case",
                                CaseView.of(
                                        waiting,
                                        gathered,
                                        ProducerExamples.READER,
                                        CODE,
                                        ProducerExamples.TODAY,
                                        "Your answer is with the regulator.")),
                        Arguments.of("producer/message", message(true, open)),
                        Arguments.of("producer/message", message(true, null)),
                        Arguments.of("producer/message", message(false, null)),
                        Arguments.of(
                                "producer/commitment",
                                new CommitmentPage.CommitmentView(
                                        "BR-2016-0001",
                                        "/my-reports/BR-2016-0001",
                                        "/my-reports/BR-2016-0001/commitments/21",
                                        CaseView.Promise.of(
                                                ProducerExamples.promise(HOSTILE),
                                                ProducerExamples.TODAY),
                                        1,
                                        HOSTILE,
                                        List.of(new Problem("evidence", "Write what was done")),
                                        true))));
    }

    private static PartForm typed(FormPart part) {
        var form = new LinkedMultiValueMap<String, String>();
        part.questions().forEach(question -> form.add(question.key(), HOSTILE));
        form.addAll("day", List.of(HOSTILE, "30"));
        form.addAll("month", List.of("2", "2"));
        form.addAll("year", List.of("2016", "2016"));
        form.add("practice", "1.0 Protocol 2.8");
        form.add("practice", "2.0 T3.4");
        return PartForm.typed(part, form);
    }

    private static MessagePages.MessageView message(boolean answer, CaseView.Open open) {
        return new MessagePages.MessageView(
                "BR-2016-0001",
                HOSTILE,
                "/my-reports/BR-2016-0001",
                answer,
                open,
                4,
                12,
                HOSTILE,
                20,
                open == null && answer
                        ? List.of()
                        : List.of(new Problem("text", HOSTILE), new Problem("file", "Empty")),
                true);
    }

    private static Document rendered(String template, Object view) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        var servlet = new MockServletContext();
        var web =
                JakartaServletWebApplication.buildApplication(servlet)
                        .buildExchange(
                                new MockHttpServletRequest(servlet), new MockHttpServletResponse());
        var site =
                Map.of(
                        "style",
                        "/s.css",
                        "script",
                        "/s.js",
                        "mark",
                        "/m.svg",
                        "invented",
                        false,
                        "reporting",
                        true);
        var context = new WebContext(web, Locale.UK, Map.of("view", view, "site", site));
        return Jsoup.parse(engine.process(template, context));
    }
}
