package org.breachregister.batch.importing;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Something to import.
sealed interface Source {

    /// What a person calls it.
    String name();

    /// A document.
    record File(Path path) implements Source {
        @Override
        public String name() {
            return path.toString();
        }
    }

    /// A record of a back catalogue.
    ///
    /// @param line its number, from 1
    /// @param text it, without white space around it
    record Record(Path path, long line, String text) implements Source {
        @Override
        public String name() {
            return path + ":" + line;
        }
    }

    /// Nothing that can be read.
    ///
    /// @param reason a sentence saying why
    record Unusable(Path path, @Nullable Long line, String reason) implements Source {
        @Override
        public String name() {
            return line == null ? path.toString() : path + ":" + line;
        }
    }
}
