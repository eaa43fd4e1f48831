package org.breachregister.web.server;

import org.breachregister.search.index.IndexKeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the index in step while the server runs, and tells the health check when it is not. A
/// failure is logged when it begins and when it ends, not every second.
@Component
class IndexUpkeep implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(IndexUpkeep.class);

    private final IndexKeeper keeper;
    private volatile boolean inStep;
    private boolean failing;

    IndexUpkeep(IndexKeeper keeper) {
        this.keeper = keeper;
    }

    @Scheduled(fixedDelay = 1_000)
    void catchUp() {
        try {
            inStep = keeper.catchUp().inStep();
            if (failing) {
                failing = false;
                LOG.warn("The search index is kept in step again");
            }
        } catch (RuntimeException failure) {
            inStep = false;
            if (!failing) {
                failing = true;
                LOG.error("The search index cannot be kept in step; trying on", failure);
            }
        }
    }

    boolean isInStep() {
        return inStep;
    }

    @Override
    public Health health() {
        return inStep ? Health.up().build() : Health.down().build();
    }
}
