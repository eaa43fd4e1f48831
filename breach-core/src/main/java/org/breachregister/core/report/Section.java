package org.breachregister.core.report;

/// The parts of a report that hold running text.
public enum Section {
    /// What happened ("Nature of breach" on forms A and B).
    ACCOUNT("account"),
    REASONS("reasons"),
    IMPACT("impact"),
    CORRECTIVE_ACTION("correctiveAction"),
    /// Links to, or words about, published statements.
    STATEMENTS("statements"),
    SUPPORTING("supporting"),
    /// The free text of form C, whole.
    NARRATIVE("narrative");

    private final String key;

    Section(String key) {
        this.key = key;
    }

    /// The name of this section in JSON.
    public String key() {
        return key;
    }
}
