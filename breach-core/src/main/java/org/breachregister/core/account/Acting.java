package org.breachregister.core.account;

import org.breachregister.core.database.Identity;

import java.util.function.Supplier;

/// On whose behalf the running thread works: the public, unless it was said otherwise. Connections
/// to the database take on that actor's rights.
public final class Acting {

    private static final ThreadLocal<Actor> CURRENT = ThreadLocal.withInitial(() -> Actor.PUBLIC);

    private Acting() {}

    /// The actor.
    public static Actor current() {
        return CURRENT.get();
    }

    /// The actor's identity in the database.
    public static Identity identity() {
        return current().identity();
    }

    /// Does something on an actor's behalf. Must not be called within a transaction, whose
    /// connection keeps the rights that it began with.
    public static <T> T as(Actor actor, Supplier<T> deed) {
        try (var _ = begin(actor)) {
            return deed.get();
        }
    }

    /// Works on an actor's behalf until the answer is closed, on the same thread.
    public static Closed begin(Actor actor) {
        var before = CURRENT.get();
        CURRENT.set(actor);
        return () -> {
            if (before.equals(Actor.PUBLIC)) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /// What ends it.
    @FunctionalInterface
    public interface Closed extends AutoCloseable {
        @Override
        void close();
    }
}
