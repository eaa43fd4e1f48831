package org.breachregister.api.report;

/// A file that somebody sent.
///
/// @param name its name, made harmless
/// @param content its bytes
public record SentFile(FileName name, byte[] content) {}
