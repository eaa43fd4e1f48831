package org.breachregister.core.intake.contained;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// Tries what a document that took over its reader might try, and prints how each attempt ended.
final class ConfinementProbe {

    private ConfinementProbe() {}

    public static void main(String[] args) throws IOException {
        var port = Integer.parseInt(args[0]);
        var existing = Path.of(args[1]);
        var confinement = Confinement.apply();
        System.out.println("confinement " + confinement);
        attempt("socket", () -> new Socket("127.0.0.1", port));
        attempt("channel", () -> SocketChannel.open(new InetSocketAddress("127.0.0.1", port)));
        attempt("name", () -> InetAddress.getByName("localhost.example.org"));
        attempt("address", () -> URI.create("http://127.0.0.1:" + port).toURL().openStream());
        attempt("program", () -> new ProcessBuilder("/bin/true").start());
        attempt("read", () -> Files.readString(existing));
        attempt("write", () -> Files.writeString(existing, "changed"));
        attempt("create", () -> Files.createFile(existing.resolveSibling("new")));
        attempt("temporary", () -> File.createTempFile("probe", ""));
        attempt("delete", () -> Files.deleteIfExists(existing));
        attempt(
                "thread",
                () -> {
                    var done = new boolean[1];
                    var thread = new Thread(() -> done[0] = true);
                    thread.start();
                    thread.join();
                    return done[0];
                });
        attempt("class", () -> Class.forName("javax.xml.stream.XMLInputFactory"));
    }

    private static void attempt(String what, Callable<?> deed) {
        String end;
        try {
            deed.call();
            end = "done";
        } catch (Exception | LinkageError e) {
            end = "refused";
        }
        System.out.println(what + " " + end);
    }
}
