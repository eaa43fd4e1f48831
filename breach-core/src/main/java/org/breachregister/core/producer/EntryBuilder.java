package org.breachregister.core.producer;

import org.breachregister.core.producer.FieldReading.Kind;
import org.breachregister.core.producer.FieldReading.Piece;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Divides a field between the producers that it names: a body with its team, its agency, its
/// abbreviation or its name in another language is one; bodies side by side are several.
final class EntryBuilder {

    private final FieldReading reading;
    private final Kin kin;
    private final List<Entry> entries = new ArrayList<>();

    /// Whether three or more names and an "and" make the field a list.
    private final boolean list;

    private List<Piece> current = new ArrayList<>();
    private Set<Piece> aside = new HashSet<>();
    private List<Piece> waiting = new ArrayList<>();
    private @Nullable Piece lastMention;

    EntryBuilder(FieldReading reading, Kin kin) {
        this.reading = reading;
        this.kin = kin;
        this.list =
                reading.pieces.stream().anyMatch(piece -> piece.kind() == Kind.JOIN)
                        && reading.pieces.stream()
                                        .filter(piece ->
                                                piece.kind() == Kind.MENTION && !piece.inBrackets())
                                        .count()
                                > 2;
    }

    List<Entry> entries() {
        for (var piece : reading.pieces) {
            if (piece.kind() == Kind.MENTION) {
                mention(piece);
            } else {
                waiting.add(piece);
            }
        }
        finish();
        return List.copyOf(entries);
    }

    private void mention(Piece piece) {
        if (lastMention == null) {
            lead();
        } else if (belongs(lastMention, piece)) {
            current.addAll(waiting);
        } else {
            divide();
        }
        waiting = new ArrayList<>();
        current.add(piece);
        if (!piece.inBrackets() || lastMention == null) {
            lastMention = piece;
        }
    }

    /// Words before the first name: of its team, or another body, joined to it, that is not known.
    private void lead() {
        var join = waiting.isEmpty() ? null : waiting.getLast();
        if (join != null
                && join.kind() == Kind.JOIN
                && waiting.stream().anyMatch(piece -> Entry.looksLikeBody(reading, piece))) {
            entries.add(new Entry(waiting.subList(0, waiting.size() - 1), Set.of()));
        } else {
            current.addAll(waiting);
        }
    }

    private boolean belongs(Piece before, Piece piece) {
        if (waiting.stream().anyMatch(between -> between.kind() == Kind.ASIDE)) {
            aside.add(piece);
            return true;
        }
        if (piece.inBrackets() && !before.inBrackets()) {
            return true;
        }
        return waiting.stream().noneMatch(between -> between.kind() == Kind.JOIN)
                && kin.related(before, piece, list);
    }

    private void divide() {
        var join = firstJoin();
        if (join < 0) {
            var teamsComeFirst = !current.isEmpty() && current.getFirst().kind() == Kind.OTHER;
            if (!teamsComeFirst) {
                current.addAll(waiting);
                waiting = new ArrayList<>();
            }
            close();
            current.addAll(waiting);
            return;
        }
        var before = waiting.subList(0, join);
        var after = waiting.subList(join + 1, waiting.size());
        var unknownBefore = before.stream().anyMatch(piece -> Entry.looksLikeBody(reading, piece));
        if (!unknownBefore) {
            current.addAll(before);
        }
        close();
        if (unknownBefore) {
            entries.add(new Entry(before, Set.of()));
        }
        var again = after.isEmpty() ? null : after.getLast();
        if (again != null && again.kind() == Kind.JOIN && after.size() > 1) {
            entries.add(new Entry(after.subList(0, after.size() - 1), Set.of()));
        } else {
            current.addAll(after);
        }
    }

    private int firstJoin() {
        for (var i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).kind() == Kind.JOIN) {
                return i;
            }
        }
        return -1;
    }

    private void close() {
        entries.add(new Entry(current, aside));
        current = new ArrayList<>();
        aside = new HashSet<>();
    }

    private void finish() {
        var join = firstJoin();
        if (lastMention != null
                && join >= 0
                && waiting.stream()
                        .skip(join)
                        .anyMatch(piece -> Entry.looksLikeBody(reading, piece))) {
            current.addAll(waiting.subList(0, join));
            close();
            current.addAll(waiting.subList(join + 1, waiting.size()));
        } else {
            current.addAll(waiting);
        }
        if (!current.isEmpty()) {
            close();
        }
    }
}
