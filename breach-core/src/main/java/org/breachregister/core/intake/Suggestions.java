package org.breachregister.core.intake;

/// What suggests a reading where the form asks no question: the kind of breach, whose hands it
/// happened in, and the parts of a narrative.
record Suggestions(KindOfBreach kinds, Parties parties, NarrativeParts parts) {

    static Suggestions load() {
        return new Suggestions(new KindOfBreach(), new Parties(), new NarrativeParts());
    }
}
