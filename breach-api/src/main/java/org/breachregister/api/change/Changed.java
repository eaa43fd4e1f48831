package org.breachregister.api.change;

import org.jspecify.annotations.Nullable;

/// What is answered to a change.
///
/// @param record the address of the record that was changed
/// @param revision its revision now: its ETag without the quotes
/// @param made the number of what the change made (a note, a message, a file, a redaction, a
///   commitment), or null where it made nothing that has one
public record Changed(String record, long revision, @Nullable Long made) {}
