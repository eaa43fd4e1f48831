package org.breachregister.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.util.List;

/// What a form sent. A field that comes more than once is taken for none, so that nothing reads one
/// and checks the other.
final class Form {

    private final HttpServletRequest request;

    Form(HttpServletRequest request) {
        this.request = request;
    }

    @Nullable String orNull(String name) {
        var values = request.getParameterValues(name);
        return values == null || values.length != 1 ? null : values[0];
    }

    String text(String name) {
        var value = orNull(name);
        return value == null ? "" : value;
    }

    /// The values of boxes that can be ticked.
    List<String> ticked(String name) {
        var values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values).stream().distinct().toList();
    }

    /// Goes on to another page of this site.
    static @Nullable String goTo(String path, HttpServletResponse response) {
        response.setHeader(HttpHeaders.LOCATION, path);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        return null;
    }

    /// Something that cannot be right.
    ///
    /// @param field the field to correct
    /// @param sentence what is wrong and what would be right
    record Problem(String field, String sentence) {}
}
