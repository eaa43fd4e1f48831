package org.breachregister.core.casework;

import java.time.Instant;

/// A document as it was received.
///
/// @param fileName its name as given
/// @param mediaType its type as told from the content
/// @param content its bytes, untouched
/// @param sha256 their SHA-256 in lower-case hexadecimal
/// @param receivedAt when it arrived
public record Document(
        String fileName, String mediaType, byte[] content, String sha256, Instant receivedAt) {}
