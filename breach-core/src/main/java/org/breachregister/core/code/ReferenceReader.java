package org.breachregister.core.code;

import org.breachregister.core.code.EditionChoice.Choice;
import org.breachregister.core.code.Mention.Numbered;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads references to the Code as reports write them: `Protocol 2, Practice 8`, `Principle T3,
/// Practices T3.3, T3.4`, `Standard 3 (Be transparent): practices 3.3 and 3.4`, an Order on
/// pre-release access. Safe for many threads; takes time in proportion to the length of the field.
///
/// A principle that is named beside its practices is a reference of its own, except in the manner
/// of edition 1.0, where principle and practice are one. Each element is given once.
public final class ReferenceReader {

    private final CodeOfPractice code;
    private final Titles titles;
    private final OrderScanner orders;

    public ReferenceReader(CodeOfPractice code) {
        this.code = code;
        this.titles = new Titles(code);
        this.orders = new OrderScanner(code);
    }

    /// The references in a field, in the order written.
    ///
    /// @param occurred the day of the breach, which decides the edition; null where it is unknown
    public List<CitedReference> read(String field, @Nullable LocalDate occurred) {
        var inForce = occurred == null ? null : code.editionOn(occurred).orElse(EditionId.E2002);
        return read(field, inForce);
    }

    List<CitedReference> read(String field, @Nullable EditionId inForce) {
        var choice = new EditionChoice(code, titles, inForce);
        var mentions = new MentionScanner(field, titles, orders).scan();
        boolean alone = mentions.stream().noneMatch(ReferenceReader::isSure);
        var choices = new HashMap<Mention, Choice>(); // long lists name the same few elements
        var read =
                mentions.stream()
                        .map(mention ->
                                new Read(
                                        mention,
                                        choices.computeIfAbsent(anywhere(mention), choice::of)))
                        .filter(reading -> isReference(reading, alone))
                        .toList();
        var practised =
                read.stream()
                        .map(reading -> reading.choice().element())
                        .filter(element -> element != null && NumberedRef.of(element) != null)
                        .flatMap(element -> code.principleOf(element).stream())
                        .map(CodeElement::id)
                        .collect(Collectors.toSet());
        var cited =
                read.stream()
                        .filter(reading -> !(reading.mention() instanceof Mention.Title))
                        .map(reading -> reading.choice().element())
                        .collect(Collectors.toCollection(HashSet::new));
        var references = new ArrayList<CitedReference>();
        var given = new HashSet<Object>();
        for (var reading : read) {
            if (isMerged(reading, practised) || isRepeatedTitle(reading, practised, cited)) {
                continue;
            }
            var decided = reading.choice();
            var words = words(field, reading.mention());
            Object key =
                    decided.element() != null
                            ? decided.element()
                            : decided.candidates().isEmpty() ? words : decided.candidates();
            if (given.add(key)) {
                references.add(
                        new CitedReference(
                                words,
                                decided.element(),
                                decided.candidates(),
                                decided.confidence(),
                                decided.doubt()));
            }
        }
        return references;
    }

    /// A number without any word around it is a reference where it can be resolved, or where there
    /// is nothing else.
    private static boolean isReference(Read reading, boolean alone) {
        return !(reading.mention() instanceof Numbered numbered)
                || numbered.sure()
                || reading.choice().element() != null
                || alone && !reading.choice().candidates().isEmpty();
    }

    private static boolean isSure(Mention mention) {
        return !(mention instanceof Numbered numbered) || numbered.sure();
    }

    /// The mention without its place.
    private static Mention anywhere(Mention mention) {
        return mention instanceof Numbered numbered ? numbered.within(0, 0) : mention;
    }

    /// Whether a principle is part of the references to its practices.
    private static boolean isMerged(Read reading, Set<ElementId> practised) {
        if (!(reading.mention() instanceof Numbered numbered) || numbered.practice() > 0) {
            return false;
        }
        var element = reading.choice().element();
        if (element == null) {
            return numbered.merged();
        }
        if (element.edition().equals(EditionId.E1_0)) {
            return numbered.merged() || practised.contains(element);
        }
        boolean inTheOldManner =
                switch (numbered.notation()) {
                    case PRINCIPLE, TITLE -> !element.edition().equals(EditionId.E3_0);
                    case LETTER, PROTOCOL, STANDARD, SHORT, BARE -> false;
                };
        return inTheOldManner && numbered.merged();
    }

    private static boolean isRepeatedTitle(
            Read reading, Set<ElementId> practised, Set<ElementId> cited) {
        var element = reading.choice().element();
        return reading.mention() instanceof Mention.Title
                && (practised.contains(element) || cited.contains(element));
    }

    /// The words as written, white space folded.
    private static String words(String field, Mention mention) {
        var words = new StringBuilder();
        boolean space = false;
        for (int i = mention.start(); i < mention.end(); i++) {
            char c = field.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = true;
                continue;
            }
            if (space && !words.isEmpty()) {
                words.append(' ');
            }
            space = false;
            words.append(c);
        }
        return words.toString();
    }

    private record Read(Mention mention, Choice choice) {}
}
