package org.breachregister.api.change;

import org.springframework.http.ResponseEntity;

import java.util.function.Supplier;

/// Does something once, however often it is sent with the same `Idempotency-Key`: the second
/// sending is answered like the first. A request without a key is done each time.
public interface Once {

    /// Does it, or answers as before.
    ResponseEntity<Changed> answer(Supplier<ResponseEntity<Changed>> deed);

    /// The same for a request that has to bring a key.
    ResponseEntity<Changed> answerToKey(Supplier<ResponseEntity<Changed>> deed);
}
