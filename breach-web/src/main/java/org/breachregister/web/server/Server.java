package org.breachregister.web.server;

import org.breachregister.core.database.DatabaseUnavailable;
import org.breachregister.core.database.Home;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Map;

/// Starts the server.
public final class Server {

    private Server() {}

    /// Starts the server of a home and returns once it answers. Prints nothing. Closing the context
    /// stops it.
    ///
    /// @param port the port to listen on; 0 for any free one
    /// @param extra further settings by name, which win over all others
    /// @throws CannotStart where something outside of the program is in the way
    public static ConfigurableApplicationContext start(
            Home home, int port, Map<String, String> extra) {
        var lock = HomeLock.take(home, port);
        try {
            return application(lock).run(arguments(home, port, extra));
        } catch (RuntimeException failure) {
            lock.close();
            throw explained(failure);
        }
    }

    /// The port that a started server listens on.
    public static int port(ConfigurableApplicationContext server) {
        return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static SpringApplication application(HomeLock lock) {
        var application = new SpringApplication(ServerApplication.class);
        application.addInitializers(context -> {
            checkPort(context.getEnvironment());
            keepMetricsHere(context.getEnvironment());
            ((GenericApplicationContext) context).registerBean(HomeLock.class, () -> lock);
        });
        return application;
    }

    /// A port for metrics is open to this machine alone, unless it is said otherwise.
    private static void keepMetricsHere(ConfigurableEnvironment environment) {
        if (environment.containsProperty("management.server.port")
                && !environment.containsProperty("management.server.address")) {
            environment
                    .getPropertySources()
                    .addLast(
                            new MapPropertySource(
                                    "metrics", Map.of("management.server.address", "127.0.0.1")));
        }
    }

    private static String[] arguments(Home home, int port, Map<String, String> extra) {
        var arguments = new ArrayList<String>();
        arguments.add("--breach.home=" + home.directory());
        arguments.add("--server.port=" + port);
        extra.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }

    /// Looks before anything else is started, so that the answer comes at once.
    private static void checkPort(Environment environment) {
        var port = environment.getProperty("server.port", Integer.class, 8080);
        if (port == 0) {
            return;
        }
        try (var _ =
                new ServerSocket(
                        port,
                        1,
                        InetAddress.getByName(
                                environment.getProperty("server.address", "127.0.0.1")))) {
            // it is free
        } catch (IOException failure) {
            throw portInUse(port, failure);
        }
    }

    private static RuntimeException explained(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CannotStart known -> {
                    return known;
                }
                case DatabaseUnavailable unavailable -> {
                    return new CannotStart(String.valueOf(unavailable.getMessage()), failure);
                }
                case PortInUseException inUse -> {
                    return portInUse(inUse.getPort(), failure);
                }
                default -> {}
            }
        }
        return failure;
    }

    private static CannotStart portInUse(int port, Throwable cause) {
        return new CannotStart(
                "Port %d cannot be used: %s. Stop the program that uses it, or choose another port."
                        .formatted(port, cause.getMessage()),
                cause);
    }
}
