package org.breachregister.web.command;

import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Passwords;
import org.breachregister.core.account.Role;
import org.breachregister.core.database.Home;
import org.breachregister.core.producer.ProducerId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Invented people of a home with samples, one for each part. They share a password that was made
/// for this home alone, and that only the owner of its files can read.
final class DemoPeople {

    private static final ProducerId BODY = new ProducerId("ons");

    private DemoPeople() {}

    /// Adds those that are missing.
    ///
    /// @return the password that they begin with
    static String addTo(Installation installation) {
        var password = password(installation.home());
        var accounts = new Accounts(installation.database().dataSource(), installation.clock());
        add(accounts, "producer", "Pat Producer", List.of(Role.PRODUCER), password);
        add(accounts, "caseworker", "Casey Worker", List.of(Role.CASEWORKER), password);
        add(accounts, "publisher", "Robin Publisher", List.of(Role.PUBLISHER), password);
        add(accounts, "administrator", "Alex Administrator", List.of(Role.ADMINISTRATOR), password);
        return password;
    }

    static Path file(Home home) {
        return home.directory().resolve("demo-password");
    }

    private static void add(
            Accounts accounts, String part, String name, List<Role> roles, String password) {
        var email = part + "@demo.example";
        if (accounts.find(email).isEmpty()) {
            accounts.add(
                    Actor.PROGRAM,
                    email,
                    name,
                    roles,
                    roles.contains(Role.PRODUCER) ? List.of(BODY) : List.of(),
                    password,
                    false);
        }
    }

    private static String password(Home home) {
        if (!Samples.markedIn(home)) {
            throw new IllegalStateException("Invented people belong to invented reports only");
        }
        var file = file(home);
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Passwords.random() + "\n", StandardCharsets.UTF_8);
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
