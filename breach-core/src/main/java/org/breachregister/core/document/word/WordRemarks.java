package org.breachregister.core.document.word;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what was left out of the text of a Word document.
final class WordRemarks {

    private final Set<String> remarks = new LinkedHashSet<>();

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

    void fetchingField() {
        remarks.add(
                "The document has a field that takes its content from somewhere else; it was not followed");
    }

    void embedded() {
        remarks.add("The document holds another file, which was not opened");
    }

    void about(WordParts parts) {
        if (parts.hasTemplateOnTheWeb()) {
            remarks.add(
                    "The document refers to a template on another machine, which was not fetched");
        }
        if (parts.fetches()) {
            remarks.add(
                    "The document refers to pictures or files on other machines, which were not fetched");
        }
        if (parts.holdsFiles()) {
            embedded();
        }
    }

    List<String> all() {
        return new ArrayList<>(remarks);
    }
}
