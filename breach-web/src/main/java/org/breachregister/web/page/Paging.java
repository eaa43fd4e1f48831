package org.breachregister.web.page;

import org.breachregister.api.search.QuestionAddress;
import org.breachregister.search.BreachQuery;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Links to the pages of a result: the first, the last, and those around the one shown.
///
/// @param page the page shown
/// @param pages how many there are, at least 1
/// @param previous address of the page before, or null
/// @param next address of the page after, or null
/// @param items numbers and gaps
record Paging(
        int page, int pages, @Nullable String previous, @Nullable String next, List<Item> items) {

    static Paging of(String path, BreachQuery query, long total) {
        var reachable = Math.min(total, BreachQuery.DEEPEST);
        var pages = (int) Math.max(1, (reachable + query.size() - 1) / query.size());
        var page = query.page();
        var items = new ArrayList<Item>();
        for (int number = 1; number <= pages; number++) {
            if (number == 1 || number == pages || Math.abs(number - page) <= 1) {
                items.add(new Item(number, at(path, query, number), number == page));
            } else if (!items.getLast().gap()) {
                items.add(new Item(0, "", false));
            }
        }
        return new Paging(
                page,
                pages,
                page > 1 ? at(path, query, page - 1) : null,
                page < pages ? at(path, query, page + 1) : null,
                List.copyOf(items));
    }

    public boolean several() {
        return pages > 1;
    }

    private static String at(String path, BreachQuery query, int page) {
        return QuestionAddress.of(path, QuestionAddress.onPage(query, page));
    }

    /// A page number, or a gap.
    record Item(int number, String href, boolean current) {

        public boolean gap() {
            return number == 0;
        }
    }
}
