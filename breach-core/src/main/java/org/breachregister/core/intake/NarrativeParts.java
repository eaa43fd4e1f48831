package org.breachregister.core.intake;

import org.breachregister.core.report.ProposedPart;
import org.breachregister.core.report.Section;
import org.breachregister.core.text.Gated;
import org.breachregister.core.text.Trigrams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Proposes how an unlabelled narrative divides into account, reasons, impact and corrective
/// action. Each sentence is weighed by its phrases; the division is the one of greatest weight, in
/// which a change of part costs something, more inside a paragraph than between two, and most
/// backwards.
final class NarrativeParts {

    private static final List<Section> ORDER =
            List.of(Section.ACCOUNT, Section.REASONS, Section.IMPACT, Section.CORRECTIVE_ACTION);
    private static final double INSIDE = 3.5;
    private static final double BETWEEN = 1.5;
    private static final double BACKWARDS = 3;
    private static final double REASONS_APART = 1.5;
    private static final double STARTS_ELSEWHERE = 3;
    private static final int MOST_SENTENCES = 400;

    private final List<Phrase> phrases = new ArrayList<>();

    private record Phrase(int part, int weight, Gated pattern) {}

    /// A sentence, where it stands, and what speaks for each part.
    private record Unit(
            int start, int end, boolean opensParagraph, double[] weights, String[] because) {}

    NarrativeParts() {
        for (var row : TableFile.read("parts.tsv", 3)) {
            phrases.add(
                    new Phrase(
                            ORDER.indexOf(Section.valueOf(row.get(0))),
                            Integer.parseInt(row.get(1)),
                            Gated.compile(row.get(2))));
        }
    }

    /// The parts of a narrative in its order, which together hold every sentence of it; none where
    /// nothing but the account is told.
    List<ProposedPart> propose(String narrative) {
        var units = units(narrative);
        if (units.size() < 2 || units.size() > MOST_SENTENCES) {
            return List.of();
        }
        var parts = divide(units);
        var proposed = new ArrayList<ProposedPart>();
        var from = 0;
        for (var i = 1; i <= units.size(); i++) {
            if (i == units.size() || parts[i] != parts[from]) {
                proposed.add(part(units.subList(from, i), parts[from]));
                from = i;
            }
        }
        return proposed.size() < 2 ? List.of() : proposed;
    }

    private static ProposedPart part(List<Unit> units, int part) {
        var because = "";
        var best = 0.0;
        var own = 0.0;
        var others = 0.0;
        for (var unit : units) {
            own += unit.weights()[part];
            for (var other = 0; other < ORDER.size(); other++) {
                others += other == part ? 0 : unit.weights()[other] * 0.5;
            }
            if (unit.weights()[part] > best) {
                best = unit.weights()[part];
                because = unit.because()[part];
            }
        }
        var margin = Math.max(0, own - others) / units.size();
        var confidence = best == 0 ? 0.35 : Math.min(0.85, 0.4 + 0.04 * best + 0.05 * margin);
        return new ProposedPart(
                ORDER.get(part),
                units.getFirst().start(),
                units.getLast().end(),
                Math.round(confidence * 100) / 100.0,
                because);
    }

    private List<Unit> units(String narrative) {
        var units = new ArrayList<Unit>();
        var at = 0;
        var end = 0;
        for (var sentence : Sentences.of(narrative)) {
            var start = narrative.indexOf(sentence, at);
            if (start < 0) {
                continue;
            }
            var opens = units.isEmpty() || narrative.substring(end, start).contains("\n\n");
            end = start + sentence.length();
            at = end;
            units.add(unit(sentence, start, opens));
        }
        return units;
    }

    private Unit unit(String sentence, int start, boolean opens) {
        var trigrams = Trigrams.of(sentence);
        var weights = new double[ORDER.size()];
        var because = new String[ORDER.size()];
        Arrays.fill(because, "");
        for (var phrase : phrases) {
            var found = phrase.pattern().first(sentence, trigrams);
            if (found != null) {
                var part = phrase.part();
                if (phrase.weight() > weights[part]) {
                    because[part] = Lines.tidy(found.group());
                }
                weights[part] =
                        Math.max(weights[part], phrase.weight())
                                + Math.min(1, Math.min(weights[part], phrase.weight()));
            }
        }
        return new Unit(start, start + sentence.length(), opens, weights, because);
    }

    /// The part of each sentence, by the greatest sum of weights less the costs of change.
    private static int[] divide(List<Unit> units) {
        var parts = ORDER.size();
        var score = new double[units.size()][parts];
        var from = new int[units.size()][parts];
        for (var part = 0; part < parts; part++) {
            score[0][part] = units.getFirst().weights()[part] - (part == 0 ? 0 : STARTS_ELSEWHERE);
        }
        for (var i = 1; i < units.size(); i++) {
            var unit = units.get(i);
            for (var part = 0; part < parts; part++) {
                var best = Double.NEGATIVE_INFINITY;
                for (var before = 0; before < parts; before++) {
                    var sum = score[i - 1][before] - cost(before, part, unit.opensParagraph());
                    if (sum > best) {
                        best = sum;
                        from[i][part] = before;
                    }
                }
                score[i][part] = best + unit.weights()[part];
            }
        }
        var division = new int[units.size()];
        var last = score[units.size() - 1];
        for (var part = 1; part < parts; part++) {
            if (last[part] > last[division[units.size() - 1]]) {
                division[units.size() - 1] = part;
            }
        }
        for (var i = units.size() - 1; i > 0; i--) {
            division[i - 1] = from[i][division[i]];
        }
        return division;
    }

    private static double cost(int before, int part, boolean opens) {
        if (before == part) {
            return 0;
        }
        return (opens ? BETWEEN : INSIDE)
                + (part < before ? BACKWARDS : 0)
                + (ORDER.get(part) == Section.REASONS ? REASONS_APART : 0);
    }
}
