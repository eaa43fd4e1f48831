package org.breachregister.api;

import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Something that happened to a producer's record.
///
/// @param breach the breach
/// @param at when
/// @param event what: `received`, `submit`, `ask`, `correction`, `question`, `answer`,
///   `supplement`, `commitment`, ...
/// @param by who did it: the name of a person of the producer, `the regulator` or `Breach Register`
/// @param subject what it is about: a field, a state, a file name, or null
/// @param text the words, or null
public record OwnEvent(
        BreachId breach,
        Instant at,
        String event,
        String by,
        @Nullable String subject,
        @Nullable String text) {}
