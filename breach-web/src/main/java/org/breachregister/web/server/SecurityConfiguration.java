package org.breachregister.web.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import java.io.IOException;
import java.util.List;

/// What may be asked: reading what is public and sending a report, without an account, a session or
/// a cookie. All else is refused as if it did not exist.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] PUBLIC = {
        "/",
        "/breaches",
        "/breaches/*",
        "/registers",
        "/registers/*/*",
        "/about",
        "/assets/*/*",
        "/api/v1/openapi.json",
        "/api/v1/breaches",
        "/api/v1/breaches/*",
        "/api/v1/registers",
        "/api/v1/registers/*",
        "/report-a-breach",
        "/report-a-breach/received/*",
        "/report-a-breach/received/*/document",
        "/api/v1/reports",
        "/api/v1/reports/*",
        "/api/v1/reports/*/document",
        "/actuator/health"
    };

    /// Where reports may be sent, which the sender's browser must not do for another site: see
    /// `SameSite`, which does without a session what a token would do with one.
    private static final String[] WAYS_IN = {"/report-a-breach", "/api/v1/reports"};

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self';"
                    + " font-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain publicReading(HttpSecurity http) {
        return http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.ERROR,
                                        DispatcherType.FORWARD,
                                        DispatcherType.INCLUDE)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, PUBLIC)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, PUBLIC)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, WAYS_IN)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(
                                        (request, response, _) -> refuse(request, response))
                                .accessDeniedHandler(
                                        (request, response, _) -> refuse(request, response)))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::headers)
                .csrf(csrf -> csrf.disable()) // there is no cookie to abuse; see WAYS_IN
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(askAgain());
    }

    /// What is public may be kept, but not shown again without asking whether it still is.
    private static HeaderWriter askAgain() {
        return (_, response) -> {
            if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            }
        };
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            var wayIn = List.of(WAYS_IN).contains(request.getRequestURI());
            response.setHeader(HttpHeaders.ALLOW, wayIn ? "GET, HEAD, POST" : "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }
}
