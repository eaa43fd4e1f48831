package org.breachregister.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.SignIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

import java.util.Objects;

/// A provider of OpenID Connect, as `breach.sign-in.oidc` names it. It is asked for its settings
/// when somebody first signs in by it, so that the server starts without it.
@Component
@ConditionalOnProperty("breach.sign-in.oidc.issuer")
final class OidcProvider implements Provider {

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final String ID = "oidc";

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInSettings.Oidc settings;

    OidcProvider(Accounts accounts, Sessions sessions, SignInSettings settings) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.settings = Objects.requireNonNull(settings.oidc());
    }

    @Override
    public void letIn(HttpSecurity http) {
        http.oauth2Login(login ->
                login.loginPage(SignInPage.PATH)
                        .clientRegistrationRepository(
                                new SupplierClientRegistrationRepository(() ->
                                        new InMemoryClientRegistrationRepository(registration())))
                        .authorizedClientRepository(new NothingKept())
                        .successHandler(this::welcome)
                        .failureHandler((_, response, reason) -> {
                            LOG.warn("A provider did not sign a person in: {}", reason.toString());
                            Form.goTo(SignInPage.PATH + "?after=not-signed-in", response);
                        }));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "email")
                .redirectUri(settings.site() + "/login/oauth2/code/" + ID)
                .clientSettings(
                        ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private void welcome(
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("A provider of OpenID Connect sends an ID token");
        }
        var email = Boolean.TRUE.equals(user.getEmailVerified()) ? user.getEmail() : null;
        var answer =
                accounts.signInByProvider(
                        Objects.requireNonNull(user.getIssuer()).toString(),
                        Objects.requireNonNull(user.getSubject()),
                        email,
                        request.getRemoteAddr());
        switch (answer) {
            case SignIn.Welcome(var account) -> {
                sessions.begin(request, account);
                Form.goTo(Next.home(account), response);
            }
            case SignIn.Refused _ -> {
                sessions.end(request);
                Form.goTo(SignInPage.PATH + "?after=not-known", response);
            }
        }
    }

    /// Once it is known who somebody is, what the provider gave is of no more use.
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {
            // not needed again
        }

        @Override
        public void removeAuthorizedClient(
                String id,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {
            // nothing was kept
        }
    }
}
