package org.breachregister.web.server;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A database that runs elsewhere. Without its address, the embedded one is used.
///
/// @param url its address, `jdbc:postgresql://host/name`
/// @param username the user
/// @param password the user's password
@ConfigurationProperties("spring.datasource")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password) {}
