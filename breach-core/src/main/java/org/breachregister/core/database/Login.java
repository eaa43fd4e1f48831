package org.breachregister.core.database;

/// How a server of PostgreSQL lets somebody in.
///
/// @param user the name
/// @param password the password, which may be empty where the server asks for none
public record Login(String user, String password) {

    @Override
    public String toString() {
        return user;
    }
}
