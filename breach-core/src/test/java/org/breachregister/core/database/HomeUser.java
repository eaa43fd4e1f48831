package org.breachregister.core.database;

import java.io.IOException;
import java.nio.file.Path;

/// A program of its own that uses a home until its standard input ends.
final class HomeUser {

    private HomeUser() {}

    public static void main(String[] arguments) throws IOException {
        var began = System.nanoTime();
        try (var database = Database.open(Home.at(Path.of(arguments[0])))) {
            new Sql(database.dataSource()).only(row -> row.number("n"), "select 1 as n");
            System.out.println("open " + (System.nanoTime() - began) / 1_000_000);
            while (System.in.read() >= 0) {
                // Waits.
            }
        }
        System.out.println("closed");
    }
}
