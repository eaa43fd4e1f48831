package org.breachregister.api.account;

import org.breachregister.api.Operation;
import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.producer.Producer;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// Who the caller is.
@RestController
class MeEndpoint {

    private final Producers producers;

    MeEndpoint(Producers producers) {
        this.producers = producers;
    }

    /// An account.
    ///
    /// @param roles what it may do
    /// @param bodies the bodies that it speaks for
    record Me(@Nullable AccountId account, String name, List<Role> roles, List<Body> bodies) {}

    /// A body.
    record Body(ProducerId id, String name) {}

    @GetMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation("Your account, its roles and bodies")
    ResponseEntity<Me> me(Actor actor) {
        var me =
                new Me(
                        actor.id(),
                        actor.name(),
                        actor.roles().stream().sorted().toList(),
                        actor.bodies().stream().sorted().map(this::body).toList());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(me);
    }

    private Body body(ProducerId id) {
        return new Body(id, producers.find(id).map(Producer::name).orElse(id.value()));
    }
}
