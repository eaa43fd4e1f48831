package org.breachregister.core.casework;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.CaseRecords.Author;
import org.breachregister.core.database.Sql;

/// Whoever wrote or did something, as the running thread's actor may know them: the regulator's
/// people have no names to a producer.
final class Authors {

    private static final String REGULATOR = "The regulator";

    private Authors() {}

    /// The columns to ask for, for [#of]. A producer may not ask for the names on record.
    static String columns() {
        return CaseRows.readsAll(Acting.current())
                ? "account, account_name"
                : "account, name_of(account) as account_name";
    }

    /// @param row one with [#columns]
    static Author of(Sql.Row row) {
        var number = row.numberOrNull("account");
        var name = row.textOrNull("account_name");
        if (name == null) {
            return new Author(null, number == null ? Actor.PROGRAM.name() : REGULATOR);
        }
        return new Author(number == null ? null : new AccountId(number), name);
    }
}
