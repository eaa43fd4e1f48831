package org.breachregister.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.api.search.Question;
import org.breachregister.api.search.Question.Problem;
import org.breachregister.api.search.QuestionAddress;
import org.breachregister.api.search.Questions;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachQuery.Sort;
import org.breachregister.search.BreachResults;
import org.breachregister.search.BreachSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The search page: filters with counts beside the breaches found. All of its state is in its
/// address.
@Controller
class SearchPage {

    static final String PATH = "/breaches";

    private final Questions questions;
    private final BreachSearch search;

    SearchPage(Questions questions, BreachSearch search) {
        this.questions = questions;
        this.search = search;
    }

    @GetMapping(PATH)
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        var question = questions.read(request.getParameterMap());
        var problems = problems(question);
        var query = question.query();
        var results = search.find(query);
        var paging = Paging.of(PATH, query, results.total());
        if (query.page() > paging.pages()) {
            return "redirect:" + QuestionAddress.of(PATH, QuestionAddress.onPage(query, 1));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("view", view(request, query, results, problems, paging));
        return "search";
    }

    /// A parameter that we do not know was put there by somebody else's link; it asks for nothing.
    private static List<Problem> problems(Question question) {
        return question.problems().stream()
                .filter(problem -> Questions.PARAMETERS.contains(problem.parameter()))
                .toList();
    }

    private static View view(
            HttpServletRequest request,
            BreachQuery query,
            BreachResults results,
            List<Problem> problems,
            Paging paging) {
        var chips = Chip.all(PATH, query, results);
        return new View(
                title(query, paging),
                Words.breaches(results.total()),
                query.words(),
                day(request, "from", query.from(), problems),
                day(request, "to", query.to(), problems),
                FilterGroup.all(query, results),
                chips,
                Arrays.stream(Sort.values()).map(sort -> Order.of(sort, query)).toList(),
                results.hits().stream().map(BreachCard::of).toList(),
                paging,
                problems,
                QuestionAddress.of(
                        PATH,
                        new BreachQuery(
                                query.words(),
                                Map.of(),
                                null,
                                null,
                                query.sort(),
                                1,
                                query.size())),
                QuestionAddress.of("/api/v1/breaches", query),
                results.total() > BreachQuery.DEEPEST);
    }

    private static String title(BreachQuery query, Paging paging) {
        var what =
                query.words().isEmpty()
                        ? "Search breaches"
                        : "Search results for “" + query.words() + "”";
        return paging.several()
                ? "%s (page %d of %d)".formatted(what, paging.page(), paging.pages())
                : what;
    }

    private static String day(
            HttpServletRequest request,
            String name,
            @Nullable LocalDate day,
            List<Problem> problems) {
        var wrong = problems.stream().anyMatch(problem -> problem.parameter().equals(name));
        if (wrong) {
            var given = request.getParameter(name);
            return given == null ? "" : given;
        }
        return Words.day(day, "");
    }

    /// What the page shows.
    record View(
            String title,
            String total,
            String words,
            String from,
            String to,
            List<FilterGroup> groups,
            List<Chip> chips,
            List<Order> orders,
            List<BreachCard> breaches,
            Paging paging,
            List<Problem> problems,
            String withoutFilters,
            String json,
            boolean tooMany) {

        /// What is wrong with a field, or empty.
        public String problem(String field) {
            return problems.stream()
                    .filter(problem -> problem.parameter().equals(field))
                    .map(problem -> problem.message() + ". Enter " + problem.accepted())
                    .findFirst()
                    .orElse("");
        }
    }

    /// An order to choose.
    record Order(String key, String label, boolean chosen) {

        static Order of(Sort sort, BreachQuery query) {
            var label =
                    switch (sort) {
                        case RELEVANCE -> "Relevance";
                        case NEWEST -> "Newest first";
                        case OLDEST -> "Oldest first";
                        case PRODUCER -> "Producer (A to Z)";
                    };
            return new Order(sort.key(), label, sort == query.sort());
        }
    }
}
