package org.breachregister.batch.importing;

/// An import broke off. What was kept until then is kept; the same import, started again, does the
/// rest.
public final class ImportFailed extends RuntimeException {

    ImportFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
