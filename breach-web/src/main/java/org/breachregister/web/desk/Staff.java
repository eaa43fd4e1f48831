package org.breachregister.web.desk;

import org.breachregister.core.database.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import java.util.List;

import javax.sql.DataSource;

/// The people who work on cases.
@Component
final class Staff {

    private final Sql program;

    Staff(@Qualifier("program") DataSource program) {
        this.program = new Sql(program);
    }

    /// Somebody at the regulator.
    record Person(long id, String name) {}

    /// Those whom a case can be given to, by name.
    List<Person> caseworkers() {
        return program.list(
                row -> new Person(row.number("id"), row.text("name")),
                """
                select id, name from account
                where 'caseworker' = any (roles) and disabled_at is null order by name, id\
                """);
    }

    /// All who have or had an account, by name.
    List<Person> everybody() {
        return program.list(
                row -> new Person(row.number("id"), row.text("name")),
                "select id, name from account order by name, id");
    }
}
