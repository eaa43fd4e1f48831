package org.breachregister.api.report;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/// How reports may be sent to the server.
///
/// @param open whether anybody may send reports; receipts that were given out go on working
/// @param mostAtOnce how many documents may be held and read at the same time; each takes up to 40
///   MB of memory on the way in
/// @param mostAMinute how many documents one address may send a minute. Behind a proxy every sender
///   has the proxy's address, unless `server.forward-headers-strategy=native` says to believe the
///   headers of that proxy
/// @param mostADay how many bytes of reports are taken in 24 hours, so that nobody can fill the
///   disk
/// @param patience how long a document may arrive slower than 16 KB a second before it is given up
@ConfigurationProperties("breach.intake")
record IntakeSettings(
        @DefaultValue("true") boolean open,
        @DefaultValue("4") int mostAtOnce,
        @DefaultValue("20") int mostAMinute,
        @DefaultValue("2GB") DataSize mostADay,
        @DefaultValue("10s") Duration patience) {

    IntakeSettings {
        if (mostAtOnce < 1 || mostAMinute < 1 || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "breach.intake: most-at-once %d and most-a-minute %d must be 1 or more, patience %s not negative"
                            .formatted(mostAtOnce, mostAMinute, patience));
        }
    }
}
