package org.breachregister.core.producer;

import org.breachregister.core.producer.FieldReading.Piece;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which bodies are agencies or parts of which.
final class Kin {

    private final Map<ProducerId, Producer> bodies;

    Kin(Map<ProducerId, Producer> bodies) {
        this.bodies = Map.copyOf(bodies);
    }

    /// Whether the lower body is, or was, an agency or a part of the upper one.
    boolean isAbove(Producer upper, Producer lower) {
        return isAbove(upper.id(), lower.id(), new HashSet<>());
    }

    private boolean isAbove(ProducerId upper, ProducerId lower, Set<ProducerId> seen) {
        var body = bodies.get(lower);
        return body != null
                && seen.add(lower)
                && (body.parents().contains(upper)
                        || body.parents().stream().anyMatch(id -> isAbove(upper, id, seen)));
    }

    /// Whether the body is an agency to which a sign leads, as in "HMT - Insolvency Service": its
    /// department is then named for it, even one that it never belonged to.
    boolean isAgencyAfterSign(Piece mention, Producer body) {
        return mention.sign() == ':' && body.kind().equals("executive agency");
    }

    /// Whether the names may stand for one body, or for a body and a part of it.
    ///
    /// @param inList whether the field lists several bodies, so that a comma parts them
    boolean related(Piece first, Piece second, boolean inList) {
        for (var one : ids(first)) {
            for (var other : ids(second)) {
                if (one.equals(other) || isAgencyAfterSign(second, other)) {
                    return true;
                }
                var above = isAbove(one, other, new HashSet<>());
                var below = !above && isAbove(other, one, new HashSet<>());
                if ((above && !standsApart(other, second, inList))
                        || (below && !standsApart(one, second, inList))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A body at arm's length beside its department, after a slash or in a list, is a producer with
    /// it; an agency or a part speaks for the department.
    private boolean standsApart(ProducerId lower, Piece second, boolean inList) {
        var body = bodies.get(lower);
        return body != null
                && !body.speaksAsParent()
                && !body.kind().equals("executive agency")
                && !body.kind().equals("part of a department")
                && (second.sign() == '/' || (inList && second.sign() == ','));
    }

    private boolean isAgencyAfterSign(Piece mention, ProducerId id) {
        var body = bodies.get(id);
        return body != null && isAgencyAfterSign(mention, body);
    }

    private static List<ProducerId> ids(Piece mention) {
        return mention.names().stream().map(Name::body).distinct().toList();
    }
}
