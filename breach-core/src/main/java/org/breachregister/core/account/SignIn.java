package org.breachregister.core.account;

/// What came of an attempt to sign in.
public sealed interface SignIn {

    /// It is the person.
    record Welcome(Account account) implements SignIn {}

    /// It is not, or not now. There is one answer for an unknown address, a wrong password, an
    /// account that is locked for a while and one that is disabled, so that nobody learns which.
    record Refused() implements SignIn {}
}
