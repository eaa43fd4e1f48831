package org.breachregister.core.publication;

import java.time.Instant;

/// A register edition that was compiled.
///
/// @param name directory and file name: `breach-register-2016-17-v1.0`
/// @param period the period as asked for: `2016-17`, `2016-Q4`, `all`, ...
/// @param basis the date that decides whether a breach falls into the period: `reported`,
///   `occurred` or `published`
/// @param version `1.0`, `1.1`, ...
/// @param asAt the moment whose register it shows
/// @param logPosition the last entry of the register log taken into account
/// @param breaches how many breaches it holds
/// @param compiledAt when it was compiled
public record CompiledEdition(
        String name,
        String period,
        String basis,
        String version,
        Instant asAt,
        long logPosition,
        int breaches,
        Instant compiledAt) {}
