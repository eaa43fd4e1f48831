package org.breachregister.web.main;

import org.breachregister.web.command.BreachCommand;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The program: hands its arguments to the command line and ends with its exit code.
public final class BreachRegister {

    /// Lucene's word that an incubating module of Java would make it quicker; kept here, since a
    /// logger that nobody holds forgets its level.
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private BreachRegister() {}

    public static void main(String[] arguments) {
        VECTORS.setLevel(Level.SEVERE);
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        System.exit(BreachCommand.run(arguments));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
