package org.breachregister.web.command;

import org.breachregister.batch.edition.DateBasis;
import org.breachregister.batch.edition.EditionRequest;
import org.breachregister.batch.edition.Period;
import org.breachregister.core.database.Home;
import org.breachregister.web.server.Server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.util.concurrent.Callable;

/// Starts a site with the sample reports.
@Command(
        name = "demo",
        description =
                "Starts everything with sample reports imported, an edition compiled and search ready.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private HomeOption where = new HomeOption();

    @Option(names = "--port", description = "Port to listen on (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Override
    public Integer call() throws InterruptedException {
        var home = where.home();
        if (Installation.hasDatabaseElsewhere()) {
            throw new CommandFailed(
                    "The samples are invented and go into an embedded database only; unset spring.datasource.url.");
        }
        if (Files.exists(home.postgres()) && !Samples.markedIn(home)) {
            throw new CommandFailed(
                    "%s holds a register already, and the samples are invented. Name another directory with --home."
                            .formatted(home.directory()));
        }
        var samples = Samples.unpackInto(home);
        var server = ServeCommand.start(home, port);
        try (var installation = Installation.open(home)) {
            var progress = new Progress(spec.commandLine().getErr());
            var summary = ImportCommand.run(installation, samples, true, progress);
            var all = new EditionRequest(Period.ALL, DateBasis.REPORTED, null, home.editions());
            var edition = RegisterCommand.compile(installation, all, progress);
            progress.end();
            installation.keeper().catchUp();
            var password = DemoPeople.addTo(installation);
            say(
                    home,
                    Server.port(server),
                    ImportCommand.inWords(summary),
                    edition.directory().toString(),
                    password);
        }
        ServeCommand.untilStopped(server);
        return 0;
    }

    private void say(Home home, int port, String imported, String edition, String password) {
        var here = "http://localhost:" + port;
        spec.commandLine()
                .getOut()
                .print(
                        """
                        The Breach Register is at %1$s, with invented sample reports (%2$s).

                        Look at
                          %1$s/breaches?q=leaked&principle=T3  a search that reaches across editions of the Code
                          %1$s/registers  a register edition to download
                          %1$s/api/v1/breaches?producer=ONS  the same for programs
                          %3$s

                        Sign in at %1$s/sign-in
                          as producer@demo.example, caseworker@demo.example, publisher@demo.example
                          or administrator@demo.example, with the password %6$s

                        Try in another terminal%5$s
                          ./breach search "press office" --principle T3
                          ./breach register 2014
                          ./breach verify %3$s
                          ./breach read %4$s/samples/reports/2014-08-ons-labour-market.md

                        Stop it with Ctrl-C.
                        """
                                .formatted(
                                        here,
                                        imported,
                                        edition,
                                        home.directory(),
                                        homeHint(home),
                                        password));
        spec.commandLine().getOut().flush();
    }

    private static String homeHint(Home home) {
        return home.directory().endsWith("data") ? "" : ", with --home " + home.directory();
    }
}
