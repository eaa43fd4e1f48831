package org.breachregister.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

import java.io.IOException;

/// Lets a request go on in somebody's name: for Spring Security, and down to the rows of the
/// database.
final class Identified {

    private Identified() {}

    static void goOn(
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        var roles = actor.roles().stream().map(role -> "ROLE_" + role.name()).sorted().toList();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new PreAuthenticatedAuthenticationToken(
                        String.valueOf(actor.id()), "", AuthorityUtils.createAuthorityList(roles)));
        SecurityContextHolder.setContext(context);
        try (var _ = Acting.begin(actor)) {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
