package org.breachregister.core.account;

/// What came of asking to change an account. Where it is not [Done], nothing was changed.
public sealed interface AccountChange {

    /// It was made.
    ///
    /// @param account the account as it is now
    record Done(Account account) implements AccountChange {}

    /// What was given cannot be right, or must not be.
    ///
    /// @param field what is wrong: `email`, `name`, `roles`, `bodies`, `password` or `account`
    /// @param sentence what is wrong and what would be right, for a person
    record Refused(String field, String sentence) implements AccountChange {}

    /// There is no such account.
    record Unknown() implements AccountChange {}
}
