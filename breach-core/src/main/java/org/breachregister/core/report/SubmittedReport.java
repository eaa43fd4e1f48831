package org.breachregister.core.report;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.producer.ReportedProducer;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was read in a breach report. Text is the producer's own, unaltered but for white space;
/// interpretation stands beside it.
///
/// @param form the generation of the form, or null for a record that came as structured data
/// @param producers the producers named, in the order written; empty where the report names none
/// @param outputTitle title of the statistical output without links and notes, or null
/// @param outputLinks links of the output field
/// @param reportDate the day the report bears, or null
/// @param occurrenceDates days of occurrence in the order written, typing mistakes included
/// @param references references to the Code in the order written
/// @param kind kind of breach from the closed list, or null where nothing suggests one
/// @param whereItHappened the place of failure as stated, or null for the producer's own staff or
///   not known
/// @param sections running text by section; a section that the report lacks is absent
/// @param personalData words that tell of a person, in document order
/// @param commitments promises made
/// @param previousBreaches words that name earlier breaches
/// @param anomalies what a person should look at
/// @param evidence field name to the words that were read for it
/// @param occurrences times of occurrence with the practices tied to them, in the order written
/// @param exposure how early, how late or for how long, as stated, or null
/// @param peopleReached how many people it reached, as stated, or null
/// @param placeOfFailure whose hands it happened in, or null where nothing suggests it
/// @param statementLinks links to statements about the breach, in the order written
/// @param unknownLabels words that look like labels of a form and are none that is known, in
///   document order
/// @param remarks sentences about what was left out in reading the document
/// @param proposals parts of the free text of form C proposed as sections, in document order
public record SubmittedReport(
        @Nullable FormGeneration form,
        List<ReportedProducer> producers,
        @Nullable String outputTitle,
        List<String> outputLinks,
        @Nullable LocalDate reportDate,
        List<LocalDate> occurrenceDates,
        List<CitedReference> references,
        @Nullable String kind,
        @Nullable String whereItHappened,
        Map<Section, String> sections,
        List<PersonalDatum> personalData,
        List<Commitment> commitments,
        List<String> previousBreaches,
        List<Anomaly> anomalies,
        Map<String, Evidence> evidence,
        List<Occurrence> occurrences,
        @Nullable Exposure exposure,
        @Nullable PeopleReached peopleReached,
        @Nullable PlaceOfFailure placeOfFailure,
        List<String> statementLinks,
        List<String> unknownLabels,
        List<String> remarks,
        List<ProposedPart> proposals) {

    public SubmittedReport {
        producers = List.copyOf(producers);
        outputLinks = List.copyOf(outputLinks);
        occurrenceDates = List.copyOf(occurrenceDates);
        references = List.copyOf(references);
        var inOrder = new EnumMap<Section, String>(Section.class);
        inOrder.putAll(sections);
        sections = Collections.unmodifiableMap(inOrder);
        personalData = List.copyOf(personalData);
        commitments = List.copyOf(commitments);
        previousBreaches = List.copyOf(previousBreaches);
        anomalies = List.copyOf(anomalies);
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        occurrences = List.copyOf(occurrences);
        statementLinks = List.copyOf(statementLinks);
        unknownLabels = List.copyOf(unknownLabels);
        remarks = List.copyOf(remarks);
        proposals = List.copyOf(proposals);
    }

    /// A report that came as structured data: nothing more is read in its text.
    public SubmittedReport(
            @Nullable FormGeneration form,
            List<ReportedProducer> producers,
            @Nullable String outputTitle,
            List<String> outputLinks,
            @Nullable LocalDate reportDate,
            List<LocalDate> occurrenceDates,
            List<CitedReference> references,
            @Nullable String kind,
            @Nullable String whereItHappened,
            Map<Section, String> sections,
            List<PersonalDatum> personalData,
            List<Commitment> commitments,
            List<String> previousBreaches,
            List<Anomaly> anomalies,
            Map<String, Evidence> evidence) {
        this(
                form,
                producers,
                outputTitle,
                outputLinks,
                reportDate,
                occurrenceDates,
                references,
                kind,
                whereItHappened,
                sections,
                personalData,
                commitments,
                previousBreaches,
                anomalies,
                evidence,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /// The same report with sentences about what was left out in reading its document.
    public SubmittedReport withRemarks(List<String> sentences) {
        return new SubmittedReport(
                form,
                producers,
                outputTitle,
                outputLinks,
                reportDate,
                occurrenceDates,
                references,
                kind,
                whereItHappened,
                sections,
                personalData,
                commitments,
                previousBreaches,
                anomalies,
                evidence,
                occurrences,
                exposure,
                peopleReached,
                placeOfFailure,
                statementLinks,
                unknownLabels,
                sentences,
                proposals);
    }

    /// The same report with other running text, and what was found in it.
    public SubmittedReport rewritten(
            Map<Section, String> text,
            List<PersonalDatum> people,
            Map<String, Evidence> words,
            List<Commitment> promises,
            List<String> earlier,
            List<String> links,
            List<ProposedPart> parts) {
        return new SubmittedReport(
                form,
                producers,
                outputTitle,
                outputLinks,
                reportDate,
                occurrenceDates,
                references,
                kind,
                whereItHappened,
                text,
                people,
                promises,
                earlier,
                anomalies,
                words,
                occurrences,
                exposure,
                peopleReached,
                placeOfFailure,
                links,
                unknownLabels,
                remarks,
                parts);
    }
}
