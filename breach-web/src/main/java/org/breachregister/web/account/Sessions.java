package org.breachregister.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Accounts;
import org.breachregister.core.database.Sql;
import org.springframework.session.FindByIndexNameSessionRepository;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import javax.sql.DataSource;

/// The sessions of people who are signed in. A session holds the number of an account and nothing
/// that it may do: that is looked up with every request, so what is taken away is gone at once.
public final class Sessions {

    /// Name of the cookie.
    static final String COOKIE = "__Host-breach-session";

    private static final String ACCOUNT = "account";
    private static final String BEGAN = "began";

    private final Sql sql;
    private final Accounts accounts;
    private final SignInSettings settings;
    private final Clock clock;

    Sessions(DataSource program, Accounts accounts, SignInSettings settings, Clock clock) {
        this.sql = new Sql(program);
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /// Begins a session under a new identifier. What the browser had before ends.
    void begin(HttpServletRequest request, Account account) {
        end(request);
        var session = request.getSession(true);
        if (!session.isNew()) {
            throw new IllegalStateException("The session that the browser had before goes on");
        }
        session.setAttribute(ACCOUNT, account.id().value());
        session.setAttribute(BEGAN, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                account.id().toString());
    }

    /// Ends the session of a request, if it has one.
    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /// Who sends a request. A session that is over ends here.
    Optional<Account> current(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof Long number)) {
            return Optional.empty();
        }
        var account = accounts.find(new AccountId(number)).filter(found -> holds(session, found));
        if (account.isEmpty()) {
            session.invalidate();
        }
        return account;
    }

    private boolean holds(HttpSession session, Account account) {
        if (account.disabled() || !(session.getAttribute(BEGAN) instanceof Long micros)) {
            return false;
        }
        var began = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        var created = Instant.ofEpochMilli(session.getCreationTime());
        return !began.isBefore(account.signedOutBefore())
                && clock.instant().isBefore(created.plus(settings.longest()))
                && newer(session, account) < settings.mostSessions();
    }

    /// How many sessions of the account began after this one, on whichever server.
    private long newer(HttpSession session, Account account) {
        return sql.only(
                row -> row.number("newer"),
                """
                select count(*) as newer
                from spring_session mine join spring_session other
                    on other.principal_name = mine.principal_name
                    and other.expiry_time > ?
                    and (other.creation_time, other.primary_id) > (mine.creation_time, mine.primary_id)
                where mine.session_id = ? and mine.principal_name = ?\
                """,
                clock.instant().toEpochMilli(),
                session.getId(),
                account.id().toString());
    }
}
