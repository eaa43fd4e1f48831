package org.breachregister.core.text;

/// Which sequences of three characters a text holds, in a set that may answer yes wrongly and never
/// no wrongly.
public final class Trigrams {

    static final int LENGTH = 3;

    private static final int BITS = 15;
    private static final int SHORT = 1000;

    /// How many of the lower bits of a place a short text's set does without.
    private final int without;

    private final long[] held;

    private Trigrams(int length) {
        without = length < SHORT ? 3 : 0;
        held = new long[1 << (BITS - without - 6)];
    }

    /// The trigrams of a text.
    public static Trigrams of(String text) {
        var trigrams = new Trigrams(text.length());
        var one = 0;
        var two = 0;
        for (var i = 0; i < text.length(); i++) {
            var three = folded(text.charAt(i));
            if (i >= 2) {
                var bit = bit(one, two, three) >> trigrams.without;
                trigrams.held[bit >> 6] |= 1L << bit;
            }
            one = two;
            two = three;
        }
        return trigrams;
    }

    /// The bits that a text with the given words has set.
    static int[] bits(String words) {
        var bits = new int[words.length() - LENGTH + 1];
        for (var i = 0; i < bits.length; i++) {
            bits[i] =
                    bit(
                            folded(words.charAt(i)),
                            folded(words.charAt(i + 1)),
                            folded(words.charAt(i + 2)));
        }
        return bits;
    }

    /// Whether the text may hold words with these bits.
    boolean mayHold(int[] bits) {
        for (var full : bits) {
            var bit = full >> without;
            if ((held[bit >> 6] & (1L << bit)) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int bit(int one, int two, int three) {
        var mixed = ((one * 31 + two) * 31 + three) * 0x9E3779B9;
        return mixed >>> (32 - BITS);
    }

    /// Letters that match each other without regard to case are one.
    private static int folded(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
        return switch (c) {
            case 'ſ' -> 's';
            case 'İ', 'ı' -> 'i';
            default -> Character.toLowerCase(Character.toUpperCase(c));
        };
    }
}
