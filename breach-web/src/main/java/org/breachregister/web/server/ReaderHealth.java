package org.breachregister.web.server;

import org.breachregister.core.intake.contained.ContainedReader;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells the health check what reads documents, and what keeps it in. A reader that cannot start
/// takes nothing from the rest of the server, so it does not make the server unwell.
@Component
class ReaderHealth implements HealthIndicator {

    private static final String STARTING = "The first reading process is being started.";

    private final ContainedReader reader;
    private volatile String confinement = STARTING;
    private volatile boolean failed;

    ReaderHealth(ContainedReader reader) {
        this.reader = reader;
    }

    /// Starts the first process before the first document comes, and without anybody waiting.
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.startVirtualThread(() -> {
            try {
                confinement = reader.confinement();
            } catch (RuntimeException _) {
                // Told by the health check; or the server is ending already.
                failed = true;
                confinement = "No reading process could be started.";
            }
        });
    }

    @Override
    public Health health() {
        return (failed ? Health.unknown() : Health.up())
                .withDetail("processes", reader.running())
                .withDetail("confinement", confinement)
                .build();
    }
}
