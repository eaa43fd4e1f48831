package org.breachregister.api.answer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

import java.util.List;

/// A page of a list.
///
/// @param items the records of the page
/// @param next the address of the next page, or null on the last
public record Listing<T>(List<T> items, @Nullable String next) {

    /// A list as CSV.
    public static final String CSV = "text/csv";

    public Listing {
        items = List.copyOf(items);
    }

    /// The answer with a whole list.
    public static <T> ResponseEntity<Listing<T>> whole(List<T> items) {
        return answer(new Listing<>(items, null));
    }

    /// The answer with a page; the next one's address stands in a header besides.
    public static <T> ResponseEntity<Listing<T>> answer(Listing<T> page) {
        var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(page.next()));
        }
        return answer.body(page);
    }
}
