package org.breachregister.web.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.ApiTokens;
import org.breachregister.core.account.Role;
import org.breachregister.web.account.ApiRefusal;
import org.breachregister.web.account.Provider;
import org.breachregister.web.account.SameOriginUpload;
import org.breachregister.web.account.SessionFilter;
import org.breachregister.web.account.Sessions;
import org.breachregister.web.account.SignInSettings;
import org.breachregister.web.account.TokenFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What may be asked, and by whom. Three kinds of addresses, each with rules of its own:
///
/// - the pages of those who sign in: a session, a token in every form, nothing kept by browsers;
/// - what programs ask: a token in a header, or nothing for what is public; cookies mean nothing;
/// - the rest: reading what is public and sending a report, without an account, session or cookie.
///
/// All else is refused as if it did not exist, and so is what a person's roles do not allow.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] PAGES = {
        "/",
        "/breaches",
        "/breaches/*",
        "/registers",
        "/registers/*/*",
        "/about",
        "/assets/*/*",
        "/report-a-breach",
        "/report-a-breach/received/*",
        "/report-a-breach/received/*/document",
        "/actuator/health",
        "/livez",
        "/readyz"
    };

    private static final String[] ENDPOINTS = {
        "/api/v1/openapi.json",
        "/api/v1/breaches",
        "/api/v1/breaches/*",
        "/api/v1/registers",
        "/api/v1/registers/*",
        "/api/v1/reports",
        "/api/v1/reports/*",
        "/api/v1/reports/*/document"
    };

    private static final String[] SIGNED_IN = {
        "/sign-in",
        "/sign-out",
        "/account/**",
        "/users/**",
        "/my-reports/**",
        "/desk/**",
        "/oauth2/**",
        "/login/oauth2/**"
    };

    /// Where reports may be sent, which the sender's browser must not do for another site: see
    /// `SameSite`, which does without a session what a token would do with one.
    private static final String[] WAYS_IN = {"/report-a-breach", "/api/v1/reports"};

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self';"
                    + " font-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// Programs.
    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            ApiTokens tokens,
            SignInSettings settings,
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> endpoints) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.ERROR,
                                        DispatcherType.FORWARD,
                                        DispatcherType.INCLUDE,
                                        DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, ENDPOINTS)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, ENDPOINTS)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/api/v1/reports")
                                .permitAll()
                                .requestMatchers("/api/v1/**")
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint((request, response, _) ->
                                        refuseProgram(request, response, endpoints.getObject()))
                                .accessDeniedHandler(
                                        (request, response, _) -> refuse(request, response)))
                .addFilterBefore(
                        new TokenFilter(tokens, settings), AnonymousAuthenticationFilter.class)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::publicHeaders)
                .csrf(csrf -> csrf.disable()) // no cookie counts here; see WAYS_IN
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    /// People who sign in.
    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http, Sessions sessions, ObjectProvider<Provider> provider) {
        provider.ifAvailable(known -> known.letIn(http));
        return http.securityMatcher(SIGNED_IN)
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.ERROR,
                                        DispatcherType.FORWARD,
                                        DispatcherType.INCLUDE,
                                        DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(SecurityConfiguration::isUnusualMethod)
                                .denyAll()
                                .requestMatchers("/sign-in", "/oauth2/**", "/login/oauth2/**")
                                .permitAll()
                                .requestMatchers("/users/**")
                                .hasRole(Role.ADMINISTRATOR.name())
                                .requestMatchers("/my-reports/**")
                                .hasRole(Role.PRODUCER.name())
                                .requestMatchers("/desk/audit")
                                .hasAnyRole(
                                        Role.CASEWORKER.name(),
                                        Role.PUBLISHER.name(),
                                        Role.ANALYST.name(),
                                        Role.ADMINISTRATOR.name())
                                .requestMatchers("/desk/**")
                                .hasAnyRole(
                                        Role.CASEWORKER.name(),
                                        Role.PUBLISHER.name(),
                                        Role.ANALYST.name())
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(
                                        (request, response, _) -> askWhoItIs(request, response))
                                .accessDeniedHandler((request, response, reason) -> {
                                    if (reason instanceof CsrfException) {
                                        response.sendError(HttpServletResponse.SC_FORBIDDEN);
                                    } else {
                                        refusePerson(request, response);
                                    }
                                }))
                .addFilterBefore(new SessionFilter(sessions), AnonymousAuthenticationFilter.class)
                // Sessions begins a new one. A session renamed before that would not end: it is
                // deleted under its new name, and kept under the old one.
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.none()))
                .securityContext(context ->
                        context.securityContextRepository(new NullSecurityContextRepository()))
                .headers(SecurityConfiguration::privateHeaders)
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new SameOriginUpload()))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    /// Everybody.
    @Bean
    @Order(3)
    SecurityFilterChain publicReading(HttpSecurity http) {
        return http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.ERROR,
                                        DispatcherType.FORWARD,
                                        DispatcherType.INCLUDE)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, PAGES)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, PAGES)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/report-a-breach")
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
                .headers(SecurityConfiguration::publicHeaders)
                .csrf(csrf -> csrf.disable()) // there is no cookie to abuse; see WAYS_IN
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    private static void publicHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(askAgain());
    }

    /// A form of a page without a referrer would look like one of another site.
    private static void privateHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter((_, response) -> {
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    response.setHeader("X-Robots-Tag", "noindex");
                });
    }

    /// What is public may be kept, but not shown again without asking whether it still is.
    private static HeaderWriter askAgain() {
        return (_, response) -> {
            if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            }
        };
    }

    private static boolean isUnusualMethod(HttpServletRequest request) {
        return !List.of("GET", "HEAD", "POST").contains(request.getMethod());
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /// A person goes to sign in and comes back.
    private static void askWhoItIs(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isUnusualMethod(request)) {
            refusePerson(request, response);
            return;
        }
        if (!isReading(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var query = request.getQueryString();
        var address = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.setHeader(
                HttpHeaders.LOCATION,
                "/sign-in?next=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private static void refusePerson(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isUnusualMethod(request)) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /// A program without a token hears that it needs one, where there is something.
    private static void refuseProgram(
            HttpServletRequest request,
            HttpServletResponse response,
            RequestMappingHandlerMapping endpoints)
            throws IOException {
        if (isMapped(request, endpoints)) {
            ApiRefusal.whoIsIt(response);
        } else {
            refuse(request, response);
        }
    }

    private static boolean isMapped(
            HttpServletRequest request, RequestMappingHandlerMapping endpoints) {
        if (request.getMethod().equals("OPTIONS")) {
            return false;
        }
        try {
            ServletRequestPathUtils.parseAndCache(request);
            return endpoints.getHandler(request) != null;
        } catch (HttpRequestMethodNotSupportedException _) {
            return false;
        } catch (Exception _) {
            return true; // there is something, and it does not like how it was asked
        } finally {
            ServletRequestPathUtils.clearParsedRequestPath(request);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isReading(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            var wayIn = List.of(WAYS_IN).contains(request.getRequestURI());
            response.setHeader(HttpHeaders.ALLOW, wayIn ? "GET, HEAD, POST" : "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }
}
