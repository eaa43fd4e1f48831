package org.breachregister.web.desk;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Role;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// The people whose names the pages need.
@Component
final class Staff {

    private final Accounts accounts;

    Staff(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Somebody.
    record Person(long id, String name) {}

    /// Those whom a case can be given to, by name.
    List<Person> caseworkers() {
        return named(account -> account.is(Role.CASEWORKER) && !account.disabled());
    }

    /// All who have or had an account, by name.
    List<Person> everybody() {
        return named(_ -> true);
    }

    private List<Person> named(Predicate<Account> wanted) {
        return accounts.all().stream()
                .filter(wanted)
                .map(account -> new Person(account.id().value(), account.name()))
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .toList();
    }
}
