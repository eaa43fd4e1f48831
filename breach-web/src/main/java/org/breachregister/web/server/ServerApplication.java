package org.breachregister.web.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The server: pages and endpoints over what is public, the way in for reports, and the pages of
/// those who sign in.
@SpringBootApplication(
        scanBasePackages = {
            "org.breachregister.api",
            "org.breachregister.web.account",
            "org.breachregister.web.asset",
            "org.breachregister.web.export",
            "org.breachregister.web.desk",
            "org.breachregister.web.page",
            "org.breachregister.web.producer",
            "org.breachregister.web.server"
        },
        proxyBeanMethods = false)
@ConfigurationPropertiesScan({
    "org.breachregister.api",
    "org.breachregister.web.account",
    "org.breachregister.web.server"
})
@EnableScheduling
class ServerApplication {}
