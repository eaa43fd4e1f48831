package org.breachregister.core.backup;

/// Is told how far long work is.
@FunctionalInterface
public interface Progress {

    /// `done` of `total` pieces of a step are done; a total of 0 or less is not known.
    void show(String step, long done, long total);
}
