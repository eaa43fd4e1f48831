package org.breachregister.core.producer;

import java.util.regex.Pattern;

/// Names a producer for ever, in lower case with hyphens: `ministry-of-justice`.
public record ProducerId(String value) implements Comparable<ProducerId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public ProducerId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Not a producer id: '%s'. It is lower-case words with hyphens"
                            .formatted(value));
        }
    }

    @Override
    public int compareTo(ProducerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
