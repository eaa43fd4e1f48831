package org.breachregister.web.producer;

import org.breachregister.core.account.Actor;
import org.breachregister.core.producer.Producer;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The names of the bodies that people speak for.
@Component
class Bodies {

    private final Producers producers;

    Bodies(Producers producers) {
        this.producers = producers;
    }

    /// The names of an actor's bodies by their identifiers, in the order of the names.
    Map<String, String> names(Actor actor) {
        var names = new LinkedHashMap<String, String>();
        actor.bodies().stream()
                .sorted(Comparator.comparing(this::name).thenComparing(ProducerId::value))
                .forEach(body -> names.put(body.value(), name(body)));
        return names;
    }

    String name(ProducerId body) {
        return producers.find(body).map(Producer::name).orElse(body.value());
    }

    /// The body that a form names, if the actor speaks for it.
    static Optional<ProducerId> chosen(Actor actor, String given) {
        return actor.bodies().stream().filter(body -> body.value().equals(given)).findFirst();
    }
}
