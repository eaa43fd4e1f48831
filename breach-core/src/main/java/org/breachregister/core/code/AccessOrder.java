package org.breachregister.core.code;

import java.time.LocalDate;

/// An Order on pre-release access, which the Code applies as if it included it.
///
/// @param id its name among the elements of the Code
/// @param title its title
/// @param instrument its number among statutory instruments
/// @param instrumentBasis how sure that number is
/// @param nation where it holds; `UK` stands for reserved matters and England
/// @param inForceFrom first day in force
/// @param fromKnownTo how exactly that day is known
/// @param basis how sure title and day are
public record AccessOrder(
        ElementId id,
        String title,
        String instrument,
        Basis instrumentBasis,
        String nation,
        LocalDate inForceFrom,
        Edition.Precision fromKnownTo,
        Basis basis) {}
