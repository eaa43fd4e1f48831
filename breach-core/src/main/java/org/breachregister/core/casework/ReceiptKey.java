package org.breachregister.core.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The key to a receipt: 192 random bits that nobody can guess, as 32 characters for an address.
/// Whoever has it may see the document, so it is neither stored nor logged.
public record ReceiptKey(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    public ReceiptKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the key of a receipt: 32 characters make one");
        }
    }

    /// A key that was never given out.
    static ReceiptKey random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ReceiptKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// The key that a text is, if it has the shape of one.
    public static Optional<ReceiptKey> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ReceiptKey(text)) : Optional.empty();
    }

    /// What is kept of it.
    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(value.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    @Override
    public String toString() {
        return "ReceiptKey[not shown]";
    }
}
