package org.breachregister.web.command;

/// The command was used wrongly; the message says what would be right.
final class UsageProblem extends RuntimeException {

    UsageProblem(String message) {
        super(message);
    }
}
