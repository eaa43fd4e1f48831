package org.breachregister.web.server;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/// Where the program keeps what it keeps.
///
/// @param home the directory
@ConfigurationProperties("breach")
record HomeSettings(@DefaultValue("data") Path home) {}
