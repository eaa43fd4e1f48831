package org.breachregister.web.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Lets a test say in a header whose request it is.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("breach.test.acting")
class TestActing {

    static final String HEADER = "X-Test-Actor";
    static final Map<String, Actor> ACTORS = new ConcurrentHashMap<>();

    @Bean
    @Order(-1)
    SecurityFilterChain testDesk(HttpSecurity http) {
        return http.securityMatcher(request ->
                        request.getRequestURI().startsWith("/desk")
                                && request.getHeader(HEADER) != null)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                        policy.policyDirectives(
                                                "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; form-action 'self'; base-uri 'none'"))
                                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .csrf(csrf ->
                        csrf.requireCsrfProtectionMatcher(request ->
                                request.getMethod().equals("POST")
                                        && !String.valueOf(request.getContentType())
                                                .startsWith("multipart/")))
                .addFilterBefore(
                        new OncePerRequestFilter() {
                            @Override
                            protected void doFilterInternal(
                                    HttpServletRequest request,
                                    HttpServletResponse response,
                                    FilterChain chain)
                                    throws ServletException, IOException {
                                var actor = ACTORS.get(request.getHeader(HEADER));
                                try (var _ =
                                        Acting.begin(actor == null ? Actor.PUBLIC : actor)) {
                                    chain.doFilter(request, response);
                                }
                            }
                        },
                        AnonymousAuthenticationFilter.class)
                .build();
    }
}
