package org.breachregister.core.publication;

import org.breachregister.core.database.Sql;

import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/// The register editions that were compiled.
public final class Editions {

    private final Sql sql;

    public Editions(DataSource database) {
        this.sql = new Sql(database);
    }

    /// Records an edition; one of the same name is replaced only by itself, compiled again.
    ///
    /// @throws IllegalStateException if another edition has that name
    public void record(CompiledEdition edition) {
        var recorded =
                sql.change(
                        """
                        insert into register_edition as e (name, period, basis, version, as_at,
                            log_position, breaches, compiled_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (name) do update set compiled_at = excluded.compiled_at
                        where (e.period, e.basis, e.version, e.as_at, e.log_position, e.breaches)
                            = (excluded.period, excluded.basis, excluded.version, excluded.as_at,
                               excluded.log_position, excluded.breaches)\
                        """,
                        edition.name(),
                        edition.period(),
                        edition.basis(),
                        edition.version(),
                        edition.asAt(),
                        edition.logPosition(),
                        edition.breaches(),
                        edition.compiledAt());
        if (recorded == 0) {
            throw new IllegalStateException(
                    "There is another edition named '%s'. Published is for ever: give this one a new version."
                            .formatted(edition.name()));
        }
    }

    /// All editions, newest first.
    public List<CompiledEdition> all() {
        return sql.list(
                Editions::edition,
                "select * from register_edition order by compiled_at desc, name desc");
    }

    /// The edition of that name.
    public Optional<CompiledEdition> find(String name) {
        return sql.first(Editions::edition, "select * from register_edition where name = ?", name);
    }

    private static CompiledEdition edition(Sql.Row row) {
        return new CompiledEdition(
                row.text("name"),
                row.text("period"),
                row.text("basis"),
                row.text("version"),
                row.instant("as_at"),
                row.number("log_position"),
                Math.toIntExact(row.number("breaches")),
                row.instant("compiled_at"));
    }
}
