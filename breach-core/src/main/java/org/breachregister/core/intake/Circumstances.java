package org.breachregister.core.intake;

import org.breachregister.core.report.Evidence;
import org.breachregister.core.report.Exposure;
import org.breachregister.core.report.PeopleReached;
import org.breachregister.core.report.PlaceOfFailure;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the running text tells of the extent of a breach and of whose hands it happened in.
///
/// @param exposure how early, how late or for how long, or null
/// @param reached how many people it reached, or null
/// @param place whose hands it happened in, or null
record Circumstances(
        @Nullable Exposure exposure,
        @Nullable PeopleReached reached,
        @Nullable PlaceOfFailure place) {

    private static final List<Section> TELLING =
            List.of(Section.NARRATIVE, Section.ACCOUNT, Section.IMPACT);

    private static final int LONGEST = 900;

    static Circumstances of(
            String occurrence, Map<Section, String> sections, Suggestions suggestions) {
        var exposure = Exposures.in(Sentences.of(occurrence, LONGEST));
        @Nullable PeopleReached reached = null;
        for (var section : TELLING) {
            if (exposure == null || reached == null) {
                var told = Sentences.of(sections.getOrDefault(section, ""), LONGEST);
                exposure = exposure == null ? Exposures.in(told) : exposure;
                reached = reached == null ? Audience.in(told) : reached;
            }
        }
        var account =
                sections.getOrDefault(
                        Section.NARRATIVE, sections.getOrDefault(Section.ACCOUNT, ""));
        var reasons = sections.getOrDefault(Section.REASONS, "");
        return new Circumstances(
                exposure, reached, suggestions.parties().suggest(account + "\n" + reasons));
    }

    /// The words that were read for each.
    Map<String, Evidence> evidence() {
        var evidence = new LinkedHashMap<String, Evidence>();
        if (exposure != null) {
            var sure = exposure.computed() || exposure.kind() == Exposure.Kind.OPEN ? 0.7 : 0.8;
            evidence.put("exposure", new Evidence(null, exposure.asWritten(), null, sure));
        }
        if (reached != null) {
            evidence.put("peopleReached", new Evidence(null, reached.asWritten(), null, 0.7));
        }
        if (place != null) {
            evidence.put(
                    "placeOfFailure",
                    new Evidence(null, place.because(), null, place.confidence()));
        }
        return evidence;
    }
}
