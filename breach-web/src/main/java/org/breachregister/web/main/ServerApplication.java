package org.breachregister.web.main;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The server: pages and endpoints over what is public.
@SpringBootApplication(
        scanBasePackages = {
            "org.breachregister.api",
            "org.breachregister.web.asset",
            "org.breachregister.web.page",
            "org.breachregister.web.main"
        },
        proxyBeanMethods = false)
@ConfigurationPropertiesScan("org.breachregister.web.main")
@EnableScheduling
class ServerApplication {}
