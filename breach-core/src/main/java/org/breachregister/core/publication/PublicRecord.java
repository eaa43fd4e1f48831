package org.breachregister.core.publication;

import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.ProducerId;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What the public reads about a breach: redacted, and complete in itself. Every text has personal
/// data replaced by a marker; pages, files, answers and indexes hold nothing that is not here.
///
/// @param producers the producers, in the order reported; never empty
/// @param output title of the statistical output, or null where the report gave none
/// @param outputSeries title of the series that the output belongs to (periods and editions taken
///   out), or null
/// @param outputLinks links to the output
/// @param edition the edition of the Code in force when the breach occurred, or null where that is
///   unknown
/// @param references the references cited, in the order reported
/// @param occurredFrom first day of occurrence, or null
/// @param occurredTo last day of occurrence, equal to `occurredFrom` for a single day, or null
/// @param reportedOn day of the report, or null
/// @param kind kind of breach, or null
/// @param whereItHappened place of failure, or null
/// @param account what happened, or null
/// @param reasons why, or null
/// @param impact reactions and impact, or null
/// @param correctiveActions what was done about it, or null
/// @param statementLinks links to published statements
/// @param previousBreaches earlier breaches that the report mentions, in its words
/// @param commitments promises made in the report
public record PublicRecord(
        List<NamedProducer> producers,
        @Nullable String output,
        @Nullable String outputSeries,
        List<String> outputLinks,
        @Nullable EditionId edition,
        List<NamedReference> references,
        @Nullable LocalDate occurredFrom,
        @Nullable LocalDate occurredTo,
        @Nullable LocalDate reportedOn,
        @Nullable String kind,
        @Nullable String whereItHappened,
        @Nullable String account,
        @Nullable String reasons,
        @Nullable String impact,
        @Nullable String correctiveActions,
        List<String> statementLinks,
        List<String> previousBreaches,
        List<Promise> commitments) {

    public PublicRecord {
        producers = List.copyOf(producers);
        outputLinks = List.copyOf(outputLinks);
        references = List.copyOf(references);
        statementLinks = List.copyOf(statementLinks);
        previousBreaches = List.copyOf(previousBreaches);
        commitments = List.copyOf(commitments);
    }

    /// A producer of the output.
    ///
    /// @param asReported the words of the report
    /// @param id the body recognised, or null
    /// @param name its name at the time, or null
    /// @param group name of the body that carries its work on today, or null
    /// @param nation `UK`, `England`, `Scotland`, ... or null
    public record NamedProducer(
            String asReported,
            @Nullable ProducerId id,
            @Nullable String name,
            @Nullable String group,
            @Nullable String nation) {

        /// The name to show: the recognised body's, else the words of the report.
        public String display() {
            var recognised = name;
            return recognised != null ? recognised : asReported;
        }
    }

    /// A reference to the Code.
    ///
    /// @param asReported the words of the report
    /// @param element the element recognised, or null
    /// @param title its title, or null where none is known
    public record NamedReference(
            String asReported, @Nullable ElementId element, @Nullable String title) {}

    /// A promise.
    ///
    /// @param text the words of the report, redacted
    /// @param due the day it falls due, or null
    public record Promise(String text, @Nullable LocalDate due) {}

    /// Days from the last occurrence to the report, negative where the report bears the earlier
    /// date; null where either day is unknown.
    public @Nullable Long daysToReport() {
        var occurred = occurredTo;
        var reported = reportedOn;
        return occurred == null || reported == null
                ? null
                : ChronoUnit.DAYS.between(occurred, reported);
    }
}
