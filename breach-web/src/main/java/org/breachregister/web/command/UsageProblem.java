package org.breachregister.web.command;

/// The command was used wrongly; the message says what would be right.
final class UsageProblem extends RuntimeException {

    UsageProblem(String message) {
        super(message);
    }

    /// Passes on what `cause` says.
    UsageProblem(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
