package org.breachregister.web.account;

import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.ApiTokens;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;

import javax.sql.DataSource;

/// Accounts, tokens, and where sessions are kept.
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    Accounts accounts(@Qualifier("program") DataSource program, Clock clock) {
        return new Accounts(program, clock);
    }

    @Bean
    ApiTokens apiTokens(@Qualifier("program") DataSource program, Accounts accounts, Clock clock) {
        return new ApiTokens(program, accounts, clock);
    }

    @Bean
    Sessions sessions(
            @Qualifier("program") DataSource program,
            Accounts accounts,
            SignInSettings settings,
            Clock clock) {
        return new Sessions(program, accounts, settings, clock);
    }

    /// Sessions are read and written with the rights of the program, a transaction each.
    @Bean
    TransactionTemplate springSessionTransactionOperations(
            @Qualifier("program") DataSource program) {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(program));
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return transactions;
    }

    /// Browsers take a cookie of this name from this host alone, over a secure connection or from
    /// their own machine.
    @Bean
    DefaultCookieSerializerCustomizer sessionCookie() {
        return cookie -> {
            cookie.setCookieName(Sessions.COOKIE);
            cookie.setCookiePath("/");
            cookie.setUseSecureCookie(true);
            cookie.setUseHttpOnlyCookie(true);
            cookie.setSameSite("Lax");
        };
    }
}
