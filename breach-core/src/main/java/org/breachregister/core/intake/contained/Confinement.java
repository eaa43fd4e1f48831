package org.breachregister.core.intake.contained;

import java.io.File;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;

/// Keeps this process in, for ever: no network, no other program, no file to write, and only the
/// Java installation and this program's own classes to read.
final class Confinement {

    private static final int MOST_OPEN_FILES = 256;

    private Confinement() {}

    /// Confines this process as far as the system offers it, and says how far that is.
    static String apply() {
        refuseAddresses();
        var system = System.getProperty("os.name", "");
        if (!system.equals("Linux")) {
            return "Reading processes are bounded in memory and time; %s offers no confinement that is known here."
                    .formatted(system);
        }
        var kernel = new Kernel();
        var kept = new ArrayList<String>();
        var privileges = kernel.giveUpPrivileges();
        if (privileges && kernel.readOnlyBelow(readable())) {
            kept.add("files beyond its own program");
        }
        if (kernel.limit(Kernel.FILE_SIZE, 0)) {
            kept.add("writing to files");
        }
        kernel.limit(Kernel.CORE_SIZE, 0);
        kernel.limit(Kernel.OPEN_FILES, MOST_OPEN_FILES);
        if (privileges && filterCalls(kernel)) {
            kept.add("the network");
            kept.add("starting programs");
        }
        return kept.isEmpty()
                ? "Reading processes are bounded in memory and time; this kernel offers no confinement."
                : "Reading processes are kept from: " + String.join(", ", kept) + ".";
    }

    private static boolean filterCalls(Kernel kernel) {
        return switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" ->
                    kernel.filter(SystemCallFilter.of(SystemCallFilter.Machine.X86_64), 317);
            case "aarch64" ->
                    kernel.filter(SystemCallFilter.of(SystemCallFilter.Machine.AARCH64), 277);
            default -> false;
        };
    }

    /// The Java installation, the class path with the jars beside a jar, and the kernel's random
    /// numbers.
    private static List<Path> readable() {
        var paths = new ArrayList<Path>();
        paths.add(Path.of(System.getProperty("java.home")));
        for (var part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(part);
            paths.add(path);
            paths.addAll(namedIn(path));
        }
        paths.add(Path.of("/dev/urandom"));
        paths.add(Path.of("/dev/random"));
        paths.add(Path.of("/dev/null"));
        return paths.stream().filter(Files::exists).map(Confinement::real).distinct().toList();
    }

    /// The class path that a jar's manifest adds.
    private static List<Path> namedIn(Path jar) {
        if (!Files.isRegularFile(jar)) {
            return List.of();
        }
        try (var opened = new JarFile(jar.toFile())) {
            var manifest = opened.getManifest();
            var more =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
            if (more == null) {
                return List.of();
            }
            var paths = new ArrayList<Path>();
            for (var name : more.split(" +")) {
                if (!name.isEmpty()) {
                    paths.add(Path.of(jar.toUri().resolve(name)));
                }
            }
            return paths;
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    /// A second line where the system has no first: addresses open nothing but this program's own
    /// parts.
    private static void refuseAddresses() {
        URL.setURLStreamHandlerFactory(scheme ->
                switch (scheme) {
                    case "file", "jar", "jrt", "nested" -> null;
                    // Naming an address is no harm: the JDK's cryptography does it.
                    default -> new Refusing();
                });
        ProxySelector.setDefault(null);
    }

    private static final class Refusing extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(URL address) throws IOException {
            throw new IOException(
                    "Addresses of %s are not opened here".formatted(address.getProtocol()));
        }
    }
}
