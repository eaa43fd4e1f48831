package org.breachregister.core.backup;

/// A backup could not be written, or not be put back. The message is a sentence for the person who
/// runs the program: what is wrong, and what to do about it.
public final class BackupFailed extends RuntimeException {

    BackupFailed(String message) {
        super(message);
    }

    BackupFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
