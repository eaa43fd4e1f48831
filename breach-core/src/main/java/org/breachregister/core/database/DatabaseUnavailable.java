package org.breachregister.core.database;

/// The database cannot be used. The message is a sentence for the person who runs the program: what
/// is wrong, and what to do about it.
public final class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
