package org.breachregister.api;

/// What the cells of a published column hold.
public enum ColumnType {
    /// Running text or a word from a fixed list.
    TEXT("text"),
    /// A day, `2016-10-03`.
    DATE("date"),
    /// A moment to the second in UTC, `2016-10-03T08:30:00Z`.
    INSTANT("date and time (UTC)"),
    /// A whole number.
    INTEGER("whole number"),
    /// Several texts; in a single cell joined by a semicolon and a space.
    LIST("list"),
    /// Several web addresses; in a single cell joined by a semicolon and a space.
    LINKS("list of links");

    private final String label;

    ColumnType(String label) {
        this.label = label;
    }

    /// The name of this type for people.
    public String label() {
        return label;
    }
}
