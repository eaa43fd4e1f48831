package org.breachregister.web.server;

/// The server cannot start. The message is a plain sentence for the person who started it: what is
/// in the way, and what to do about it.
public final class CannotStart extends RuntimeException {

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }

    CannotStart(String message) {
        super(message);
    }
}
