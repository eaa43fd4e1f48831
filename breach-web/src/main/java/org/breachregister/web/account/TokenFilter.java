package org.breachregister.web.account;

import io.github.bucket4j.ConsumptionProbe;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Actor;
import org.breachregister.core.account.ApiToken;
import org.breachregister.core.account.ApiTokens;
import org.breachregister.core.account.Role;
import org.breachregister.core.account.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Lets programs act in the name of whoever gave them a token, as far as the token allows. A token
/// without the scope `publish` acts without the role of publisher.
public final class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ApiTokens tokens;
    private final Buckets requests;

    public TokenFilter(ApiTokens tokens, SignInSettings settings) {
        this.tokens = tokens;
        this.requests = new Buckets(settings.mostTokenRequestsAMinute());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (given.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var header = given.getFirst();
        var bearer =
                given.size() == 1 && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                        ? tokens.use(header.substring(SCHEME.length()).strip())
                        : Optional.<ApiTokens.Bearer>empty();
        if (bearer.isEmpty()) {
            ApiRefusal.badToken(response);
            return;
        }
        var token = bearer.get().token();
        var probe = requests.take(Long.toString(token.id()));
        tellLimit(response, probe);
        if (!probe.isConsumed()) {
            ApiRefusal.tooMany(response, Buckets.seconds(probe.getNanosToWaitForRefill()));
            return;
        }
        var needed = needed(request);
        if (!token.allows(needed)) {
            ApiRefusal.missingScope(response, needed);
            return;
        }
        var origin = "api token %s, %s".formatted(token.name(), request.getRemoteAddr());
        Identified.goOn(
                within(token, bearer.get().account().actor(origin)), request, response, chain);
    }

    private static Scope needed(HttpServletRequest request) {
        if (!READING.contains(request.getMethod())) {
            return Scope.WRITE;
        }
        return Arrays.asList(request.getRequestURI().split("/")).contains("export")
                ? Scope.EXPORT
                : Scope.READ;
    }

    /// A publisher's program that must not publish reads what its owner reads.
    private static Actor within(ApiToken token, Actor owner) {
        var id = owner.id();
        if (token.allows(Scope.PUBLISH) || !owner.is(Role.PUBLISHER) || id == null) {
            return owner;
        }
        var roles = EnumSet.copyOf(owner.roles());
        roles.remove(Role.PUBLISHER);
        roles.add(Role.ANALYST);
        return Actor.person(id, owner.name(), roles, owner.bodies(), owner.origin());
    }

    private void tellLimit(HttpServletResponse response, ConsumptionProbe probe) {
        response.setHeader(
                "RateLimit-Policy", "\"token\";q=%d;w=60".formatted(requests.mostAMinute()));
        response.setHeader(
                "RateLimit",
                "\"token\";r=%d;t=%d"
                        .formatted(
                                probe.getRemainingTokens(),
                                Buckets.seconds(
                                        probe.isConsumed()
                                                ? probe.getNanosToWaitForReset()
                                                : probe.getNanosToWaitForRefill())));
    }
}
