package org.breachregister.web.server;

import org.breachregister.core.database.Login;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A database that runs elsewhere. Without its address, the embedded one is used.
///
/// @param url its address, `jdbc:postgresql://host/name`
/// @param username the user that the program works as, which must own nothing there
/// @param password that user's password
@ConfigurationProperties("spring.datasource")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password) {

    Login program() {
        return new Login(username, password);
    }

    /// The user that owns the tables there, and brings them up to date.
    ///
    /// @param username the user, or null where the tables are up to date
    /// @param password that user's password
    @ConfigurationProperties("breach.database.owner")
    record Owner(@Nullable String username, @DefaultValue("") String password) {

        @Nullable Login login() {
            var user = username;
            return user == null || user.isBlank() ? null : new Login(user, password);
        }
    }
}
