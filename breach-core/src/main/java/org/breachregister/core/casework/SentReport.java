package org.breachregister.core.casework;

import org.breachregister.core.report.SubmittedReport;

import java.time.Instant;

/// What the holder of a receipt may see: what was sent, and what was understood. It does not tell
/// the number of the case, since numbers would tell how many cases there are.
///
/// @param fileName the document's name as it was sent
/// @param mediaType its type as told from the content
/// @param bytes its size
/// @param sha256 SHA-256 of its bytes in lower-case hexadecimal
/// @param sentAt when it arrived
/// @param expiresAt when the receipt ends
/// @param report what was read in it
public record SentReport(
        String fileName,
        String mediaType,
        long bytes,
        String sha256,
        Instant sentAt,
        Instant expiresAt,
        SubmittedReport report) {}
