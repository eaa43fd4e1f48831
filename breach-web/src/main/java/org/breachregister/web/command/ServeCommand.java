package org.breachregister.web.command;

import org.breachregister.core.database.Home;
import org.breachregister.web.server.CannotStart;
import org.breachregister.web.server.Server;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// Starts the server and runs until it is stopped.
@Command(name = "serve", description = "Starts the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private HomeOption where = new HomeOption();

    @Option(names = "--port", description = "Port to listen on (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Override
    public Integer call() throws InterruptedException {
        var home = where.home();
        var server = start(home, port);
        spec.commandLine()
                .getOut()
                .println(
                        "The Breach Register of %s is at http://localhost:%d. Stop it with Ctrl-C."
                                .formatted(home.directory(), Server.port(server)));
        untilStopped(server);
        return 0;
    }

    static ConfigurableApplicationContext start(Home home, int port) {
        try {
            return Server.start(
                    home,
                    port,
                    Map.of("breach.invented", Boolean.toString(Samples.markedIn(home))));
        } catch (CannotStart e) {
            throw new CommandFailed(e);
        }
    }

    /// Waits for the end of the program, which closes the server in an orderly way.
    static void untilStopped(ConfigurableApplicationContext server) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        server.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                stopped.countDown();
            }
        });
        stopped.await();
    }
}
