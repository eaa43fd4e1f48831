package org.breachregister.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// A database that somebody else runs: the embedded server is one for whoever knows its address.
class DatabaseElsewhereIT {

    private static final Login PROGRAM = new Login("register_app", "p");
    private static final Login OWNER = new Login("register_owner", "o");

    @TempDir private static Path folder;

    private static EmbeddedPostgres server;
    private static int count;
    private String name = "";

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.join(Home.at(folder.resolve("home")));
        execute("create role register_owner login createrole password 'o'");
        execute("create role register_app login password 'p'");
        execute("create role somebody login password 's'");
    }

    @AfterAll
    static void stop() {
        server.leave();
    }

    @BeforeEach
    void createDatabase() {
        name = "elsewhere_" + ++count;
        execute("create database %s owner register_owner".formatted(name));
    }

    @Test
    void theOwnerMakesTheTablesAndTheProgramWorksWithoutIt() {
        try (var database = connect(PROGRAM, OWNER)) {
            remember(database, "there");
            assertThat(user(database)).isEqualTo("register_app");
        }
        try (var again = connect(PROGRAM, null);
                var other = connect(PROGRAM, OWNER)) {
            remember(again, "again");
            assertThat(remembered(other)).isEqualTo(2);
            assertThat(count(again, Identity.PUBLIC, "breach")).isEqualTo("refused");
        }
    }

    @Test
    void twoUsersOfOneDatabaseShareIt() {
        try (var first = connect(PROGRAM, OWNER);
                var second = connect(new Login("somebody", "s"), OWNER)) {
            remember(first, "shared");
            assertThat(remembered(second)).isEqualTo(1);
        }
        try (var first = connect(PROGRAM, null)) {
            assertThat(remembered(first)).isEqualTo(1);
        }
    }

    @Test
    void theProgramReadsNothingBeforeItTakesOnARole() {
        connect(PROGRAM, OWNER).close();
        var sql = new Sql(Database.single(server.url(name), PROGRAM));

        assertThat(
                        sql.list(
                                row -> row.text("t"),
                                """
                                select relname::text as t from pg_class
                                where relnamespace = 'public'::regnamespace and relkind = 'r'
                                    and has_any_column_privilege(oid, 'select, insert, update')\
                                """))
                .containsExactly("flyway_schema_history");
        boolean makesTables =
                sql.only(
                        row -> row.flag("may"),
                        "select has_database_privilege(current_database(), 'temporary') as may");
        assertThat(makesTables).isFalse();
    }

    @Test
    void refusesUsersThatRowSecurityDoesNotBind() {
        connect(PROGRAM, OWNER).close();
        assertUnavailable(() -> connect(OWNER, null), "'register_owner'", "owns the tables");
        assertUnavailable(() -> connect(OWNER, OWNER), "cannot work as 'register_owner'");
        assertUnavailable(
                () -> connect(new Login("breach", server.ownerPassword()), null),
                "is a superuser",
                "spring.datasource.username",
                "breach.database.owner.username");
        execute("create role wide login bypassrls password 'w'");
        assertUnavailable(
                () -> connect(new Login("wide", "w"), null), "'wide'", "may bypass row security");
        execute("create role heir login password 'h'");
        execute("grant register_owner to heir");
        assertUnavailable(() -> connect(new Login("heir", "h"), null), "owns the tables");
    }

    @Test
    void saysWhatIsMissing() {
        assertUnavailable(
                () -> connect(PROGRAM, null), "not there", "breach.database.owner.username");
        assertUnavailable(
                () -> connect(new Login("nobody", "n"), OWNER),
                "no user 'nobody'",
                "create role \"nobody\" login");
        connect(PROGRAM, OWNER).close();
        assertUnavailable(
                () -> connect(new Login("somebody", "s"), null),
                "not open to user 'somebody'",
                "breach.database.owner");
    }

    @Test
    void saysWhichRightsTheOwnerLacks() {
        connect(PROGRAM, OWNER).close(); // which makes the roles, for all databases of the server
        execute("create role weak login password 'w'");
        execute("create role its_program login password 'p'");
        execute("create database weak owner weak");
        name = "weak";
        var owner = new Login("weak", "w");
        var program = new Login("its_program", "p");
        assertUnavailable(
                () -> connect(program, owner),
                "has to own the database",
                "CREATEROLE",
                "WITH ADMIN OPTION",
                "PostgreSQL says: permission denied to grant role");
        execute(
                "grant breach_public, breach_producer, breach_analyst, breach_caseworker,"
                        + " breach_program to weak with admin option");
        connect(program, owner).close();
    }

    @Test
    void saysWhyItCannotConnect() {
        assertUnavailable(
                () -> connect(new Login("register_app", "wrong"), null), "'register_app' in");
        assertUnavailable(
                () -> connect(PROGRAM, new Login("register_owner", "wrong")),
                "'register_owner' in");
        assertUnavailable(
                () -> Database.connect(server.url("none"), PROGRAM, null), "no such database");
        assertUnavailable(
                () ->
                        Database.connect(
                                "jdbc:postgresql://127.0.0.1:1/x?password=hush", PROGRAM, OWNER),
                "No PostgreSQL server answers at jdbc:postgresql://127.0.0.1:1/x.");
        assertUnavailable(
                () -> Database.connect("jdbc:mysql://localhost/x", PROGRAM, null),
                "jdbc:postgresql://host:5432/name");
    }

    private Database connect(Login program, @Nullable Login owner) {
        return Database.connect(server.url(name), program, owner);
    }

    private static void execute(String sql) {
        Database.execute(server, sql);
    }

    private static String user(Database database) {
        return new Sql(database.dataSource())
                .only(row -> row.text("u"), "select session_user as u");
    }

    private static void remember(Database database, String name) {
        new Sql(database.dataSource())
                .change(
                        "insert into register_edition values (?, '', '', '', now(), 0, 0, now())",
                        name);
    }

    private static long remembered(Database database) {
        return new Sql(database.dataSource())
                .only(row -> row.number("n"), "select count(*) as n from register_edition");
    }

    private static String count(Database database, Identity who, String table) {
        try {
            return new Sql(database.dataSource(() -> who))
                    .only(row -> row.text("n"), "select count(*) as n from " + table);
        } catch (RuntimeException refused) {
            return "refused";
        }
    }

    private static void assertUnavailable(ThrowingCallable action, String... words) {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(action)
                .withMessageContainingAll(words);
    }
}
