package org.breachregister.core.document.odf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what was left out of the text of an OpenDocument text.
final class OdtRemarks {

    private final Set<String> remarks = new LinkedHashSet<>();

    void versions() {
        remarks.add("The document holds earlier versions of itself, which were not read");
    }

    void deleted() {
        remarks.add(
                "The document has tracked changes: words that were deleted were left out, words that were inserted were kept");
    }

    void comments() {
        remarks.add("The document has comments, which were left out");
    }

    void hidden() {
        remarks.add("The document has hidden text, which was left out");
    }

    void white() {
        remarks.add("The document has white text on white, which was left out");
    }

    void fetches() {
        remarks.add(
                "The document refers to pictures or files on other machines, which were not fetched");
    }

    List<String> all() {
        return new ArrayList<>(remarks);
    }
}
