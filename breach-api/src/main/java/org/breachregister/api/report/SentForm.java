package org.breachregister.api.report;

import org.breachregister.core.casework.Document;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// A form that somebody sent: texts, and perhaps a file.
///
/// @param texts the texts by the names of their parts, in the order sent
/// @param file the file of the part `file`, or null
public record SentForm(Map<String, List<String>> texts, @Nullable Document file) {}
