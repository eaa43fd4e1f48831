package org.breachregister.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.api.search.QuestionAddress;
import org.breachregister.search.BreachQuery;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

class PagingTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, [1]",
        "20, 1, [1]",
        "21, 1, [1] 2",
        "200, 1, [1] 2 … 10",
        "200, 5, 1 … 4 [5] 6 … 10",
        "200, 10, 1 … 9 [10]",
        "999999, 500, 1 … 499 [500]"
    })
    void showsTheFirstTheLastAndTheNearest(long total, int page, String shown) {
        var paging = Paging.of("/breaches", QuestionAddress.onPage(BreachQuery.ALL, page), total);

        assertThat(
                        paging.items().stream()
                                .map(item ->
                                        item.gap()
                                                ? "…"
                                                : item.current()
                                                        ? "[" + item.number() + "]"
                                                        : "" + item.number())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(shown);
        assertThat(paging.previous() == null).isEqualTo(page == 1);
        assertThat(paging.next() == null).isEqualTo(page == paging.pages());
    }
}
