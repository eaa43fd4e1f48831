package org.breachregister.core.producer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// A body that produces, or produced, official statistics.
///
/// @param id its id
/// @param name its official name (the last one it had)
/// @param spellings abbreviations and other ways of writing it
/// @param kind what kind of body it is
/// @param nation the nation it serves: `UK`, `England`, `Scotland`, `Wales`, `Northern Ireland`,
///   `England and Wales`, ...
/// @param from the day it began, or null where that is not known or long ago
/// @param to the day it ended, or null while it lasts
/// @param parents the bodies it is or was an agency or a part of; the latest last
/// @param formerNames names it held before, with their days
/// @param speaksAsParent whether it is the parent that counts as producer where a report names both
public record Producer(
        ProducerId id,
        String name,
        List<String> spellings,
        String kind,
        String nation,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<ProducerId> parents,
        List<FormerName> formerNames,
        boolean speaksAsParent) {

    public Producer {
        spellings = List.copyOf(spellings);
        parents = List.copyOf(parents);
        formerNames = List.copyOf(formerNames);
    }

    /// A name that the body has given up.
    ///
    /// @param name the name
    /// @param from the first day
    /// @param to the day on which another took its place
    public record FormerName(String name, LocalDate from, LocalDate to) {}

    /// Its name on a day: a former one where it held that then.
    public String nameOn(@Nullable LocalDate day) {
        if (day != null) {
            for (var former : formerNames) {
                if (!day.isBefore(former.from()) && day.isBefore(former.to())) {
                    return former.name();
                }
            }
        }
        return name;
    }

    boolean existsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
}
