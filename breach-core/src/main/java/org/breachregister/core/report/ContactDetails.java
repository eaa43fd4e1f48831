package org.breachregister.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds e-mail addresses, telephone numbers and postal addresses in text by their shape.
public final class ContactDetails {

    private ContactDetails() {}

    /// Words found.
    ///
    /// @param kind what they are
    /// @param text the words, as written
    /// @param start offset of the first character
    /// @param end offset after the last character
    public record Found(PersonalDatum.Kind kind, String text, int start, int end) {}

    /// Everything found in a text, in order and without overlaps.
    public static List<Found> find(String text) {
        var found = new ArrayList<Found>();
        EmailAddresses.find(text, found);
        PostalAddresses.find(text, found);
        TelephoneNumbers.find(text, found);
        found.sort(Comparator.comparingInt(Found::start).thenComparingInt(one -> -one.end()));
        var apart = new ArrayList<Found>();
        var end = 0;
        for (var one : found) {
            if (one.start() >= end) {
                apart.add(one);
                end = one.end();
            } else if (one.end() > end) {
                var part = text.substring(end, one.end()).strip();
                if (!part.isEmpty()) {
                    apart.add(found(one.kind(), text, text.indexOf(part, end), one.end()));
                    end = one.end();
                }
            }
        }
        return List.copyOf(apart);
    }

    static Found found(PersonalDatum.Kind kind, String text, int start, int end) {
        return new Found(kind, text.substring(start, end), start, end);
    }
}
