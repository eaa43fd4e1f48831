package org.breachregister.core.producer;

import java.util.List;

/// A body that produces, or produced, official statistics.
///
/// @param id its id
/// @param name its official name (the last one it had)
/// @param spellings abbreviations and other ways of writing it
/// @param kind what kind of body it is
/// @param nation the nation it serves: `UK`, `England`, `Scotland`, `Wales`, `Northern Ireland`,
///   `England and Wales`, ...
public record Producer(
        ProducerId id, String name, List<String> spellings, String kind, String nation) {

    public Producer {
        spellings = List.copyOf(spellings);
    }
}
