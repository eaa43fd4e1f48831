package org.breachregister.core.database;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

import javax.sql.DataSource;

/// Connections that take on an identity whenever they are handed out; nobody gets one without.
final class ActingDataSource extends DelegatingDataSource {

    private final Supplier<Identity> who;

    ActingDataSource(DataSource pool, Supplier<Identity> who) {
        super(pool);
        this.who = who;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var identity = who.get();
        var connection = super.getConnection();
        try (var take =
                connection.prepareStatement(
                        """
                        select set_config('role', ?, false), set_config('breach.account', ?, false),
                               set_config('breach.bodies', ?, false)\
                        """)) {
            take.setString(1, identity.rights().role());
            take.setString(2, Long.toString(identity.account()));
            take.setString(3, String.join(",", identity.bodies()));
            take.execute();
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("Connections are the program's own");
    }
}
