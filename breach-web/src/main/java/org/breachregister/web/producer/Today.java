package org.breachregister.web.producer;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/// The day it is in the United Kingdom.
@Component
class Today {

    private static final ZoneId OFFICE = ZoneId.of("Europe/London");

    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }
}
