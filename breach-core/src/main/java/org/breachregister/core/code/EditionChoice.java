package org.breachregister.core.code;

import org.breachregister.core.code.Mention.Numbered;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Decides which element of which edition a mention names. The day of the breach decides the
/// edition, but a notation that only some editions have is never forced into another.
final class EditionChoice {

    private static final String LETTERS = "TQV";

    private final CodeOfPractice code;
    private final Titles titles;
    private final @Nullable EditionId inForce;

    /// @param inForce the edition in force on the day of the breach, null where it is not known
    EditionChoice(CodeOfPractice code, Titles titles, @Nullable EditionId inForce) {
        this.code = code;
        this.titles = titles;
        this.inForce = inForce;
    }

    Choice of(Mention mention) {
        return switch (mention) {
            case Numbered numbered -> of(numbered);
            case Mention.Order order -> of(order);
            case Mention.Title title -> ofTitle(title.title(), 0);
            case Mention.Pillar pillar -> ofPillar(pillar.name());
        };
    }

    private Choice of(Numbered mention) {
        return switch (mention.notation()) {
            case LETTER ->
                    checked(
                            practised(
                                    in2x("" + mention.letter() + mention.principle(), 1.0),
                                    mention),
                            mention);
            case PROTOCOL ->
                    checked(
                            practised(
                                    inFamily(EditionId.E1_0, "Protocol " + mention.principle()),
                                    mention),
                            mention);
            case STANDARD ->
                    checked(
                            practised(
                                    inFamily(EditionId.E3_0, "Standard " + mention.principle()),
                                    mention),
                            mention);
            case PRINCIPLE -> practised(ofPrinciple(mention), mention);
            case SHORT -> ofShort(mention);
            case BARE -> ofBare(mention);
            case TITLE ->
                    practised(
                            ofTitle(Objects.requireNonNull(mention.title()), mention.practice()),
                            mention);
        };
    }

    private static Choice of(Mention.Order order) {
        if (order.meant() == null) {
            return Choice.open(
                    order.orders(), "Nation or year is missing, so more than one Order fits");
        }
        return order.orders().size() == 1
                ? Choice.sure(order.meant(), 1.0)
                : new Choice(
                        order.meant(),
                        order.orders(),
                        0.8,
                        "Nation or year is not written, so another Order may be meant");
    }

    private Choice ofPillar(String name) {
        var edition =
                inForce == null || inForce.compareTo(EditionId.E2_0) < 0 ? EditionId.E2_1 : inForce;
        var choice = Choice.sure(new ElementId(edition, name), 0.8);
        return inForce != null && inForce.compareTo(EditionId.E2_0) < 0
                ? choice.doubted("Edition %s has no pillars".formatted(inForce), 0.5)
                : choice;
    }

    /// A number of editions 2.0 and 2.1.
    private Choice in2x(String ref, double confidence) {
        if (inForce == null) {
            return new Choice(
                    new ElementId(EditionId.E2_1, ref),
                    List.of(new ElementId(EditionId.E2_0, ref), new ElementId(EditionId.E2_1, ref)),
                    Math.min(confidence, 0.7),
                    "Without a date of occurrence, edition 2.0 or 2.1 may be meant");
        }
        if (is2x(inForce)) {
            return Choice.sure(new ElementId(inForce, ref), confidence);
        }
        var nearest = inForce.compareTo(EditionId.E2_0) < 0 ? EditionId.E2_0 : EditionId.E2_1;
        return Choice.sure(new ElementId(nearest, ref), confidence)
                .doubted(outOfTime(nearest), 0.5);
    }

    private Choice inFamily(EditionId edition, String ref) {
        var choice = Choice.sure(new ElementId(edition, ref), 1.0);
        if (inForce == null) {
            return new Choice(choice.element(), List.of(), 0.9, null);
        }
        return inForce.equals(edition) ? choice : choice.doubted(outOfTime(edition), 0.5);
    }

    private String outOfTime(EditionId edition) {
        return "This is a number of edition %s, but edition %s was in force on the day of the breach"
                .formatted(is2x(edition) ? "2.0 or 2.1" : edition, inForce);
    }

    /// `Principle 3`: Integrity in 1.0, a standard in 3.0, and in between perhaps T3.
    private Choice ofPrinciple(Numbered mention) {
        int number = mention.principle();
        var titled =
                mention.title() == null
                        ? List.<ElementId>of()
                        : titles.elements(mention.title(), number);
        var own = inForce == null ? null : ownPrinciple(mention, inForce);
        if (titled.isEmpty()) {
            if (own != null) {
                return mention.title() == null || titles.elements(mention.title()).contains(own)
                        ? Choice.sure(own, 0.95)
                        : Choice.sure(own, 0.95).doubted("Number and title do not agree", 0.5);
            }
            return ambiguous(number);
        }
        if (inForce != null && is2x(inForce)) {
            var fitting = titled.stream().filter(id -> id.edition().equals(inForce)).toList();
            if (fitting.size() == 1) {
                return Choice.sure(fitting.getFirst(), 0.9);
            }
        }
        if (own != null && titled.contains(own)) {
            return Choice.sure(own, 1.0);
        }
        var meant = titled.getLast();
        if (is2x(meant.edition())) {
            return in2x(meant.ref(), 0.8);
        }
        return inFamily(meant.edition(), meant.ref());
    }

    /// What `Principle n` is in an edition, null where that is not certain.
    private @Nullable ElementId ownPrinciple(Numbered mention, EditionId edition) {
        if (is2x(edition)) {
            var lettered = new ElementId(edition, "" + mention.letter() + mention.principle());
            return mention.letter() != 0 && code.element(lettered).isPresent() ? lettered : null;
        }
        var id =
                edition.equals(EditionId.E3_0)
                        ? new ElementId(edition, "Standard " + mention.principle())
                        : new ElementId(EditionId.E1_0, "Principle " + mention.principle());
        return code.element(id).isPresent() ? id : null;
    }

    private Choice ambiguous(int number) {
        var edition = inForce != null && is2x(inForce) ? inForce : null;
        var candidates =
                Stream.concat(
                                Stream.of(
                                        new ElementId(EditionId.E1_0, "Principle " + number),
                                        new ElementId(EditionId.E3_0, "Standard " + number)),
                                edition == null ? Stream.of() : lettered(edition, number))
                        .filter(id -> code.element(id).isPresent())
                        .filter(id -> edition == null || !id.edition().equals(EditionId.E3_0))
                        .sorted()
                        .toList();
        if (candidates.isEmpty()) {
            return Choice.open(List.of(), "There is no principle %d".formatted(number));
        }
        return Choice.open(candidates, whyAmbiguous(number));
    }

    private String whyAmbiguous(int number) {
        if (inForce == null) {
            return ("Principle %d is another one in edition 1.0 than in 3.0, and there is no date of"
                            + " occurrence to tell which")
                    .formatted(number);
        }
        if (is2x(inForce)) {
            return ("Principle %d does not say which: principles of edition %s have a letter, those of"
                            + " edition 1.0 have not")
                    .formatted(number, inForce);
        }
        return "Edition %s has no principle %d".formatted(inForce, number);
    }

    private static Stream<ElementId> lettered(EditionId edition, int number) {
        return LETTERS.chars()
                .mapToObj(letter -> new ElementId(edition, (char) letter + "" + number));
    }

    private Choice ofShort(Numbered mention) {
        var candidates =
                Stream.of("Principle ", "Protocol ")
                        .map(word -> new ElementId(EditionId.E1_0, word + mention.principle()))
                        .filter(id -> code.element(id).isPresent())
                        .map(id -> NumberedRef.practice(id, mention.practice()))
                        .toList();
        var known = candidates.stream().filter(id -> code.element(id).isPresent()).toList();
        return Choice.open(
                known.isEmpty() ? candidates : known, "P may stand for principle or for protocol");
    }

    private Choice ofBare(Numbered mention) {
        if (mention.principle() == 0) {
            return Choice.open(
                    List.of(),
                    "Practice %d of which principle is not said".formatted(mention.practice()));
        }
        if (mention.title() != null
                && !titles.elements(mention.title(), mention.principle()).isEmpty()) {
            return practised(ofPrinciple(mention), mention);
        }
        var standard = new ElementId(EditionId.E3_0, "Standard " + mention.principle());
        if (EditionId.E3_0.equals(inForce)) {
            return practised(Choice.sure(standard, mention.sure() ? 1.0 : 0.9), mention);
        }
        if (inForce == null) {
            return practised(Choice.sure(standard, 0.6), mention)
                    .doubted("Without a date of occurrence, edition 3.0 is assumed", 0.6);
        }
        if (is2x(inForce)) {
            var own = ownPrinciple(mention, inForce);
            return own != null
                    ? practised(Choice.sure(own, 0.8), mention)
                    : practised(ambiguous(mention.principle()), mention);
        }
        return ofShort(mention).because("Neither principle nor protocol is written");
    }

    private Choice ofTitle(String title, int practice) {
        var elements = titles.elements(title);
        var now = elements.stream().filter(id -> id.edition().equals(inForce)).toList();
        if (now.size() == 1) {
            return Choice.sure(now.getFirst(), practice > 0 ? 0.8 : 0.7);
        }
        var last = elements.getLast();
        return is2x(last.edition()) ? in2x(last.ref(), 0.7) : inFamily(last.edition(), last.ref());
    }

    /// Adds the number of the practice.
    private Choice practised(Choice principle, Numbered mention) {
        var element = principle.element();
        if (element == null) {
            return mention.practice() == 0
                    ? principle
                    : new Choice(
                            null,
                            principle.candidates().stream()
                                    .map(id -> NumberedRef.practice(id, mention.practice()))
                                    .toList(),
                            principle.confidence(),
                            principle.doubt());
        }
        if (code.element(element).isEmpty()) {
            return Choice.open(
                    List.of(), "Edition %s has no %s".formatted(element.edition(), named(element)));
        }
        var choice = principle;
        if (mention.practice() > 0) {
            choice =
                    new Choice(
                            NumberedRef.practice(element, mention.practice()),
                            principle.candidates().stream()
                                    .map(id -> NumberedRef.practice(id, mention.practice()))
                                    .toList(),
                            principle.confidence(),
                            principle.doubt());
            var practice = Objects.requireNonNull(choice.element());
            if (code.element(practice).isEmpty()) {
                choice =
                        code.listsAllPractices(element)
                                ? choice.doubted(
                                        "%s has no practice of the number %d"
                                                .formatted(named(element), mention.practice()),
                                        0.3)
                                : choice.doubted(
                                        "The number %s is not among the practices that are known"
                                                .formatted(practice.ref()),
                                        0.6);
            }
        }
        return mention.fromRange()
                ? choice.doubted("Only the ends of the range are written", 0.7)
                : choice;
    }

    /// Doubts a number whose title is another one's.
    private Choice checked(Choice choice, Numbered mention) {
        var element = choice.element();
        if (element == null || mention.title() == null) {
            return choice;
        }
        var principle = code.principleOf(element).map(CodeElement::id).orElse(element);
        return titles.elements(mention.title()).contains(principle)
                ? choice
                : choice.doubted("Number and title do not agree", 0.5);
    }

    private static String named(ElementId principle) {
        return principle.ref().length() <= 3 ? "principle " + principle.ref() : principle.ref();
    }

    private static boolean is2x(EditionId edition) {
        return edition.equals(EditionId.E2_0) || edition.equals(EditionId.E2_1);
    }

    /// What was decided, in the words of a [CitedReference].
    record Choice(
            @Nullable ElementId element,
            List<ElementId> candidates,
            double confidence,
            @Nullable String doubt) {

        private static final double OPEN = 0.3;

        static Choice sure(ElementId element, double confidence) {
            return new Choice(element, List.of(), confidence, null);
        }

        static Choice open(List<ElementId> candidates, String doubt) {
            return new Choice(null, candidates, OPEN, doubt);
        }

        Choice doubted(String why, double atMost) {
            var reasons = new ArrayList<String>();
            if (doubt != null) {
                reasons.add(doubt);
            }
            reasons.add(why);
            return new Choice(
                    element, candidates, Math.min(confidence, atMost), String.join(". ", reasons));
        }

        Choice because(String why) {
            return new Choice(element, candidates, confidence, why);
        }
    }
}
