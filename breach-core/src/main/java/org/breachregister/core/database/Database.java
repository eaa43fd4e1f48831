package org.breachregister.core.database;

import javax.sql.DataSource;

/// A PostgreSQL database whose tables are up to date. Closing it lets go of the connections and,
/// for an embedded server that nobody else uses, stops the server.
public final class Database implements AutoCloseable {

    private Database() {}

    /// Opens the embedded database of a home, starting its server unless it runs already.
    public static Database open(Home home) {
        throw new UnsupportedOperationException();
    }

    /// Opens a database that runs elsewhere.
    public static Database connect(String url, String user, String password) {
        throw new UnsupportedOperationException();
    }

    /// Pooled connections to it.
    public DataSource dataSource() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
