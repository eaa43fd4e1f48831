package org.breachregister.search;

/// What breaches are counted and filtered by. A breach has any number of values of a facet.
public enum Facet {
    /// A principle, protocol or standard of any edition. Filtering by one edition's number finds
    /// every breach that cites it or its counterpart in another edition. Counted under the numbers
    /// of edition 2.1.
    PRINCIPLE("principle"),
    /// A practice of any edition, as for principle.
    PRACTICE("practice"),
    /// A body by id; filtering finds its predecessors' and successors' breaches too. Counted under
    /// the body's name at the time.
    PRODUCER("producer"),
    /// An output series by title.
    OUTPUT("output"),
    /// Year of occurrence, else of report.
    YEAR("year"),
    /// Kind of breach.
    KIND("kind");

    private final String key;

    Facet(String key) {
        this.key = key;
    }

    /// The name used in addresses and answers.
    public String key() {
        return key;
    }
}
