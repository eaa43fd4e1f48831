package org.breachregister.web.account;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/// A provider of OpenID Connect that vouches for people.
public interface Provider {

    /// Lets people in whom it vouches for.
    void letIn(HttpSecurity http);
}
