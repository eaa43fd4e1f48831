package org.breachregister.web.account;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.Role;
import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// Where to go after signing in: a page of those who are signed in, and never another site.
final class Next {

    private static final Pattern OWN =
            Pattern.compile(
                    "/(?:account|users|my-reports|desk)(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*"
                            + "(?:\\?[A-Za-z0-9._=&%+-]*)?");
    private static final int LONGEST = 500;

    private Next() {}

    /// The address, if it is one to go to.
    static @Nullable String allowed(@Nullable String address) {
        return address != null && address.length() <= LONGEST && OWN.matcher(address).matches()
                ? address
                : null;
    }

    /// The page that a person's work begins at.
    static String home(Account account) {
        if (account.is(Role.PRODUCER)) {
            return "/my-reports";
        }
        return account.is(Role.CASEWORKER) || account.is(Role.PUBLISHER) || account.is(Role.ANALYST)
                ? "/desk"
                : "/users";
    }
}
