package org.breachregister.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.web.page.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Set;

/// Finds out with every request who is signed in, and what that person may do now. Whoever has to
/// change the password gets nowhere else before.
public final class SessionFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of(PasswordPage.PATH, SignInPage.OUT);

    private final Sessions sessions;

    /// @param sessions the sessions
    public SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var account = sessions.current(request);
        if (account.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (account.get().passwordExpired() && !OPEN.contains(request.getRequestURI())) {
            response.setHeader(HttpHeaders.LOCATION, PasswordPage.PATH);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        SignedIn.of(account.get()).tell(request);
        Identified.goOn(account.get().actor(request.getRemoteAddr()), request, response, chain);
    }
}
