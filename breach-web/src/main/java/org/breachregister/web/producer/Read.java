package org.breachregister.web.producer;

import org.breachregister.web.page.Certainty;
import org.breachregister.web.page.MarkedText;
import org.breachregister.web.page.ReadReport;
import org.jspecify.annotations.Nullable;

/// What was read for a question in a document.
///
/// @param words the words that it rests on; empty for running text, which stands for itself
/// @param place where they stand
record Read(@Nullable MarkedText words, @Nullable Certainty certainty, String place) {

    /// What was read for a key, or null for nothing.
    static @Nullable Read of(String key, ReadReport read) {
        for (var field : read.fields()) {
            if (field.key().equals(key)) {
                return new Read(
                        field.wordsToo() ? field.words() : null, field.certainty(), field.place());
            }
        }
        for (var part : read.parts()) {
            if (part.id().equals(key)) {
                return new Read(null, part.certainty(), part.place());
            }
        }
        return null;
    }
}
