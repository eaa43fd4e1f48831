package org.breachregister.core.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What a password may be, and how it is kept: as a hash by Argon2id that takes 19 MiB of memory to
/// compute. Text that looks the same is the same password, whichever keyboard it was typed with.
public final class Passwords {

    /// The fewest characters that a password has.
    public static final int SHORTEST = 12;

    /// The most characters that a password has.
    public static final int LONGEST = 128;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    /// So many hashes are computed at once; further ones wait, so that they cannot take all memory.
    private static final int MOST_AT_ONCE = 4;

    /// Letters and digits that nobody mistakes for each other.
    private static final String CLEAR = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Set<String> COMMON = common();

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final String nobodys = hash(random());

    /// What is wrong with a new password, as a sentence; empty if nothing is.
    ///
    /// @param email the address that it goes with
    /// @param name the name that it goes with
    public static Optional<String> problem(String password, String email, String name) {
        var text = normal(password);
        var length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            return Optional.of(
                    "The password must have %d characters or more. Three or four words make a good one."
                            .formatted(SHORTEST));
        }
        if (length > LONGEST) {
            return Optional.of("The password must have %d characters or fewer.".formatted(LONGEST));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("The password must not hold control characters.");
        }
        var plain = plain(text);
        if (plain.equals(plain(email))
                || plain.equals(plain(email.replaceFirst("@.*", "")))
                || plain.equals(plain(name))) {
            return Optional.of("The password must not be the e-mail address or the name.");
        }
        if (plain.codePoints().distinct().count() < 4 || isCommon(plain)) {
            return Optional.of(
                    "The password is one of those that are tried first. Choose another one.");
        }
        return Optional.empty();
    }

    /// A password that nobody can guess, in groups that can be read out.
    public static String random() {
        var password = new StringBuilder();
        for (var i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(CLEAR.charAt(RANDOM.nextInt(CLEAR.length())));
        }
        return password.toString();
    }

    /// What is kept of a password.
    String hash(String password) {
        return inTurn(() -> encoder.encode(normal(password)));
    }

    /// Whether a password is the one of a hash. Without a hash it takes as long and says no.
    boolean matches(String password, @Nullable String hash) {
        var text = normal(password);
        if (text.length() > 2 * LONGEST) {
            text = "";
        }
        var typed = text;
        var right = inTurn(() -> encoder.matches(typed, hash == null ? nobodys : hash));
        return right && hash != null;
    }

    /// Whether a hash was made with weaker settings than those of today.
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private static String plain(String text) {
        return normal(text).toLowerCase(Locale.ROOT).replaceAll("[\\s._-]", "");
    }

    /// Also with digits or signs put behind, or written twice.
    private static boolean isCommon(String plain) {
        var stem = plain.replaceFirst("[^\\p{L}]+$", "");
        var half = plain.substring(0, plain.length() / 2);
        return COMMON.contains(plain)
                || COMMON.contains(stem)
                || plain.equals(half + half) && COMMON.contains(half);
    }

    private static Set<String> common() {
        try (var list = Passwords.class.getResourceAsStream("common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("The list of common passwords is missing");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
