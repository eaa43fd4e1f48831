package org.breachregister.web.account;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/// A real provider of OpenID Connect to sign in by. Whoever is called `x` there has the address
/// `x@regulator.example`; those called `unverified-x` have it without proof, and those called
/// `other-x` are somebody else with the same address as `x`.
final class TestProvider {

    static final String CLIENT = "breach-register";
    static final String PERSON = "X-Person";
    static final String SECRET = "secret-of-the-test";

    private TestProvider() {}

    static ConfigurableApplicationContext start(int port, String site) {
        return new SpringApplication(Application.class)
                .run(
                        "--spring.config.location=optional:classpath:/none/",
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--logging.level.root=WARN",
                        "--spring.main.banner-mode=off",
                        "--test.issuer=http://127.0.0.1:" + port,
                        "--test.site=" + site);
    }

    /// Not marked as configuration, which the server's own scan would find.
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration"
            })
    static class Application {

        @Bean
        SecurityFilterChain endpoints(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .addFilterAfter(Application::whoeverItSays, SecurityContextHolderFilter.class)
                    .build();
        }

        /// Believes the person's name in a header, which stands for what a person types.
        private static void whoeverItSays(
                ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            var name = ((HttpServletRequest) request).getHeader(PERSON);
            if (name != null) {
                SecurityContextHolder.getContext()
                        .setAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        name,
                                        null,
                                        List.of(
                                                FactorGrantedAuthority.fromAuthority(
                                                        FactorGrantedAuthority
                                                                .PASSWORD_AUTHORITY))));
            }
            chain.doFilter(request, response);
        }

        @Bean
        RegisteredClientRepository clients(Environment environment) {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId("1")
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(
                                    environment.getRequiredProperty("test.site")
                                            + "/login/oauth2/code/oidc")
                            .scope("openid")
                            .scope("email")
                            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                            .build());
        }

        @Bean
        AuthorizationServerSettings settings(Environment environment) {
            return AuthorizationServerSettings.builder()
                    .issuer(environment.getRequiredProperty("test.issuer"))
                    .build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                var name = token.getPrincipal().getName();
                token.getClaims()
                        .claim(
                                "email",
                                name.replaceFirst("^(other|unverified)-", "")
                                        + "@regulator.example")
                        .claim("email_verified", !name.startsWith("unverified"));
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws Exception {
            var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            return new ImmutableJWKSet<>(
                    new JWKSet(
                            new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                                    .privateKey((RSAPrivateKey) pair.getPrivate())
                                    .keyID("1")
                                    .build()));
        }
    }
}
