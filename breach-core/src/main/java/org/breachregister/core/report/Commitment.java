package org.breachregister.core.report;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// A promise in a report to report back, or to do something by a stated time.
///
/// @param text the sentence, as written
/// @param due the day it falls due (the last day of a named month), or null where no day can be
///   told
public record Commitment(String text, @Nullable LocalDate due) {}
