package org.breachregister.web.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// Signing in.
///
/// @param mostAMinute how often an address may try in a minute
/// @param mostTokenRequestsAMinute how many requests a token may make in a minute
/// @param longest how long a session lasts at most, however busy it is
/// @param mostSessions how many sessions an account has at most; with one more the oldest ends
/// @param oidc a provider of OpenID Connect that people may sign in by, or null
@ConfigurationProperties("breach.sign-in")
public record SignInSettings(
        @DefaultValue("20") int mostAMinute,
        @DefaultValue("600") int mostTokenRequestsAMinute,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("5") int mostSessions,
        @Nullable Oidc oidc) {

    /// A provider of OpenID Connect. The secret belongs into the environment:
    /// `BREACH_SIGN_IN_OIDC_CLIENT_SECRET`.
    ///
    /// @param issuer the provider's address, as it stands in what it signs
    /// @param clientId the register's name there
    /// @param clientSecret the register's secret there
    /// @param name what the button says after "Sign in with"
    /// @param site the address of this site, `https://breaches.example`, for the way back
    public record Oidc(
            String issuer,
            String clientId,
            String clientSecret,
            @DefaultValue("your organisation") String name,
            String site) {

        @Override
        public String toString() {
            return "Oidc[%s, %s]".formatted(issuer, clientId);
        }
    }
}
