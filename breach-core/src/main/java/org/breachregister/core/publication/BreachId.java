package org.breachregister.core.publication;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names a breach for ever: `BR-2016-0001`, the year reported and a serial within it.
public record BreachId(String value) implements Comparable<BreachId> {

    private static final Pattern SHAPE = Pattern.compile("BR-\\d{4}-\\d{4,9}");

    public BreachId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Not a breach id: '%s'. It looks like BR-2016-0001".formatted(value));
        }
    }

    /// The id of the breach that was the `serial`th (from 1) to be reported in `year`.
    public static BreachId of(int year, int serial) {
        return new BreachId(String.format(Locale.ROOT, "BR-%04d-%04d", year, serial));
    }

    /// The id that a text is, if it is one.
    public static Optional<BreachId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new BreachId(text)) : Optional.empty();
    }

    /// The year reported.
    public int year() {
        return Integer.parseInt(value, 3, 7, 10);
    }

    /// The serial within the year, from 1.
    public int serial() {
        return Integer.parseInt(value, 8, value.length(), 10);
    }

    @Override
    public int compareTo(BreachId other) {
        return year() != other.year()
                ? Integer.compare(year(), other.year())
                : Integer.compare(serial(), other.serial());
    }

    @Override
    public String toString() {
        return value;
    }
}
