package org.breachregister.core.producer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The bodies known as producers, with their names over time and their lineage. Immutable and safe
/// for many threads.
public final class Producers {

    private final Map<ProducerId, Producer> bodies;
    private final List<Producer> byName;
    private final List<Succession> successions;
    private final Lineage lineage;
    private final ProducerMatcher matcher;
    private final Map<String, List<String>> partWords;

    Producers(ProducerFiles files) {
        this.bodies = Map.copyOf(files.bodies);
        this.byName =
                bodies.values().stream()
                        .sorted(
                                Comparator.comparing((Producer body) ->
                                                body.name().toLowerCase(Locale.ROOT))
                                        .thenComparing(Producer::id))
                        .toList();
        this.successions = List.copyOf(files.successions);
        this.lineage = new Lineage(successions);
        this.matcher = new ProducerMatcher(files);
        this.partWords = new TreeMap<>(files.partWords);
    }

    /// Loads the bodies that come with the program.
    public static Producers load() {
        return new Producers(ProducerFiles.ofTheProgram());
    }

    /// All bodies by name.
    public List<Producer> all() {
        return byName;
    }

    /// The body of that id, if it is known.
    public Optional<Producer> find(ProducerId id) {
        return Optional.ofNullable(bodies.get(id));
    }

    /// What went from which body to which, as far as it is known.
    public List<Succession> successions() {
        return successions;
    }

    /// The bodies that a report's producer field names, in the order written.
    ///
    /// @param field the words of the field
    /// @param context other words of the report, for abbreviations that mean two bodies
    /// @param on the day of the breach, or null
    public List<ReportedProducer> match(String field, String context, @Nullable LocalDate on) {
        return matcher.match(field, context, on);
    }

    /// The body with its predecessors and successors, in order. Bodies that were merged later do
    /// not count as one before that, nor do those that took over different parts of a third.
    public Set<ProducerId> lineage(ProducerId id) {
        return lineage.of(id);
    }

    /// Whether the producers of two outputs are one for the purpose of seeing a breach come again:
    /// the same body, or one that took over the other's work where the titles do not speak of parts
    /// that went different ways.
    public boolean sameLine(
            ProducerId one, String outputOfOne, ProducerId other, String outputOfOther) {
        return one.equals(other)
                || lineage.joins(one, partsIn(outputOfOne), other, partsIn(outputOfOther));
    }

    private Set<String> partsIn(String output) {
        var words = Words.folded(output);
        var parts = new TreeSet<String>();
        partWords.forEach((part, telling) -> {
            if (telling.stream().anyMatch(words::contains)) {
                parts.add(part);
            }
        });
        return parts;
    }

    /// The body that carries on the work of this one today, where that is one body; else this one.
    public Producer currentBody(ProducerId id) {
        var body =
                find(id).orElseThrow(
                                () -> new IllegalArgumentException("No body '%s'".formatted(id)));
        if (body.to() == null) {
            return body;
        }
        var today =
                lineage.today(id, other -> find(other).filter(it -> it.to() == null).isPresent());
        return today.size() == 1 ? find(today.first()).orElse(body) : body;
    }

    /// The bodies that a person's words name by id, name, abbreviation or former name; empty for
    /// none. Where the words mean several bodies, all of them.
    public List<ProducerId> named(String words) {
        var text = words.strip();
        var id = text.toLowerCase(Locale.ROOT);
        if (id.matches("[a-z0-9]+(-[a-z0-9]+)*") && bodies.containsKey(new ProducerId(id))) {
            return List.of(new ProducerId(id));
        }
        var matched = matcher.match(text, "", null);
        var found = new LinkedHashSet<ProducerId>();
        for (var entry : matched) {
            if (entry.id() != null) {
                found.addAll(matcher.sharingTheName(entry.id(), entry.asWritten()));
            } else if (entry.rule().startsWith("ambiguous")) {
                found.addAll(entry.candidates());
            } else {
                return List.of();
            }
        }
        return List.copyOf(found);
    }
}
