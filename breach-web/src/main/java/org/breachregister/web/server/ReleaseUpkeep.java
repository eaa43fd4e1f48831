package org.breachregister.web.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.Releases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Publishes what is scheduled when its time has come, while the server runs, and tells the health
/// check when that fails. A failure is logged when it begins and when it ends, not every second.
@Component
class ReleaseUpkeep implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseUpkeep.class);

    private final Releases releases;
    private final Counter released;
    private final Counter failures;
    private volatile boolean failing;

    ReleaseUpkeep(Releases releases, MeterRegistry meters) {
        this.releases = releases;
        this.released =
                Counter.builder("breach.released")
                        .description("Scheduled cases that this server released")
                        .register(meters);
        this.failures =
                Counter.builder("breach.release.failures")
                        .description("Looks for what is due that failed")
                        .register(meters);
    }

    @Scheduled(fixedDelay = 1_000)
    void release() {
        try {
            released.increment(Acting.as(Actor.PROGRAM, releases::releaseDue).size());
            if (failing) {
                failing = false;
                LOG.warn("Scheduled cases are released again");
            }
        } catch (RuntimeException failure) {
            failures.increment();
            if (!failing) {
                failing = true;
                LOG.error("Scheduled cases cannot be released; trying on", failure);
            }
        }
    }

    @Override
    public Health health() {
        return failing ? Health.down().build() : Health.up().build();
    }
}
