package org.breachregister.web.command;

/// The command could not do its work; the message says why.
final class CommandFailed extends RuntimeException {

    CommandFailed(String message) {
        super(message);
    }

    /// Passes on what `cause` says.
    CommandFailed(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
