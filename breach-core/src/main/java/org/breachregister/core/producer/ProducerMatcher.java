package org.breachregister.core.producer;

import org.breachregister.core.producer.FieldReading.Piece;
import org.breachregister.core.producer.Meanings.By;
import org.breachregister.core.producer.Meanings.Context;
import org.breachregister.core.producer.Meanings.Meaning;
import org.breachregister.core.producer.Name.Use;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Says which bodies a producer field names. What it cannot say for certain it leaves open, with
/// the bodies that may be meant.
final class ProducerMatcher {

    private final Map<ProducerId, Producer> bodies;
    private final NameIndex index;
    private final Meanings meanings;
    private final Kin kin;

    ProducerMatcher(ProducerFiles files) {
        this.bodies = Map.copyOf(files.bodies);
        this.index = new NameIndex(files.names);
        this.meanings = new Meanings(files);
        this.kin = new Kin(files.bodies);
    }

    /// The body, with those that bear the very same name at another time.
    List<ProducerId> sharingTheName(ProducerId id, String written) {
        var others = index.meaning(written);
        return others.contains(id) ? List.copyOf(others) : List.of(id);
    }

    List<ReportedProducer> match(String field, String around, @Nullable LocalDate on) {
        var text = FieldText.withoutLinks(field);
        if (FieldText.trimmed(text).isEmpty()) {
            return List.of();
        }
        var reading = new FieldReading(text, index);
        if (reading.words.isEmpty()) {
            return List.of(unmatched(FieldText.trimmed(text), "no words", List.of()));
        }
        var context = new Context(field + "\n" + around);
        var cut = index.cutShort(reading.words);
        if (cut.size() == 1) {
            var body = body(cut.iterator().next());
            return List.of(matched(FieldText.trimmed(text), body, on, 0.7, "cut short"));
        }
        var entries = new EntryBuilder(reading, kin).entries();
        var found = new ArrayList<ReportedProducer>();
        for (var i = 0; i < entries.size(); i++) {
            var written =
                    entries.size() == 1
                            ? FieldText.trimmed(text)
                            : FieldText.part(text, reading.words, entries.get(i));
            found.add(decide(reading, entries.get(i), written, on, context));
        }
        return List.copyOf(found);
    }

    private ReportedProducer decide(
            FieldReading reading,
            Entry entry,
            String written,
            @Nullable LocalDate on,
            Context context) {
        var mentions = entry.mentions();
        if (mentions.isEmpty()) {
            return unmatched(written, "unknown", index.sharingWords(entry.words(reading)));
        }
        var nations = entry.nations(reading);
        var meant = new ArrayList<Meaning>();
        for (var mention : mentions) {
            meant.add(meanings.of(mention.names(), nations, on, context));
        }
        if (meant.stream().anyMatch(meaning -> meaning.bodies().isEmpty())) {
            return unmatched(written, "of another nation", candidates(mentions));
        }
        if (!entry.otherWordsFit(reading)) {
            return unmatched(written, "other words beside a name", candidates(mentions));
        }
        var main = meant.getFirst();
        var asked = mentions.getFirst().names();
        for (var i = 1; i < meant.size(); i++) {
            var next = meant.get(i);
            if (entry.aside().contains(mentions.get(i)) || next.bodies().size() != 1) {
                continue;
            }
            if (main.bodies().size() != 1 && main.bodies().containsAll(next.bodies())) {
                main = next;
                asked = mentions.get(i).names();
                continue;
            }
            if (main.bodies().size() != 1 || main.bodies().equals(next.bodies())) {
                continue;
            }
            var here = body(main.bodies().iterator().next());
            var there = body(next.bodies().iterator().next());
            if (kin.isAbove(there, here)) {
                return here.speaksAsParent()
                        ? matched(written, there, on, 0.9, "unit in body")
                        : matched(written, here, on, 0.9, "agency of");
            }
            if (kin.isAbove(here, there) || kin.isAgencyAfterSign(mentions.get(i), there)) {
                return there.speaksAsParent()
                        ? matched(written, here, on, 0.9, "unit in body")
                        : matched(written, there, on, 0.9, "agency of");
            }
        }
        if (main.bodies().size() != 1) {
            var kind = abbreviation(asked) ? "abbreviation" : "name";
            return unmatched(written, "ambiguous " + kind, List.copyOf(main.bodies()));
        }
        var body = body(main.bodies().iterator().next());
        return judged(entry, written, body, asked, main.by(), on);
    }

    private ReportedProducer judged(
            Entry entry,
            String written,
            Producer body,
            List<Name> asked,
            By by,
            @Nullable LocalDate on) {
        if (by == By.CONTEXT) {
            var kind = abbreviation(asked) ? "abbreviation" : "name";
            return matched(written, body, on, 0.75, kind + " in context");
        }
        var use =
                asked.stream()
                        .filter(name -> name.body().equals(body.id()))
                        .map(Name::use)
                        .min(Enum::compareTo)
                        .orElse(Use.SLIP);
        if (use == Use.UNIT || entry.hasUnit()) {
            return matched(written, body, on, 0.9, "unit in body");
        }
        if (written.equals(body.name()) || written.equals(body.nameOn(on))) {
            return matched(written, body, on, 1.0, "exact");
        }
        return switch (use) {
            case OFFICIAL, FORMER -> matched(written, body, on, 0.98, "normalised");
            case SPELLING -> matched(written, body, on, 0.95, "alias");
            case ABBREVIATION -> matched(written, body, on, 0.9, "abbreviation");
            case SLIP, UNIT -> matched(written, body, on, 0.85, "alias");
        };
    }

    private static boolean abbreviation(List<Name> names) {
        return names.stream().anyMatch(name -> name.use() == Use.ABBREVIATION)
                && names.stream()
                        .allMatch(name -> name.use() == Use.ABBREVIATION || name.use() == Use.SLIP);
    }

    private static List<ProducerId> candidates(List<Piece> mentions) {
        var ids = new LinkedHashSet<ProducerId>();
        for (var mention : mentions) {
            mention.names().forEach(name -> ids.add(name.body()));
        }
        return ids.stream().limit(5).toList();
    }

    private Producer body(ProducerId id) {
        var body = bodies.get(id);
        if (body == null) {
            throw new IllegalArgumentException("No body '%s'".formatted(id));
        }
        return body;
    }

    private static ReportedProducer matched(
            String written, Producer body, @Nullable LocalDate on, double confidence, String rule) {
        return new ReportedProducer(written, body.id(), body.name(), confidence, rule, List.of());
    }

    private static ReportedProducer unmatched(
            String written, String rule, List<ProducerId> candidates) {
        return new ReportedProducer(written, null, null, 0, rule, candidates);
    }
}
