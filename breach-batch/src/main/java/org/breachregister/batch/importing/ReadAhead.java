package org.breachregister.batch.importing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Works on a few things ahead of whoever takes the results, on all processors. Results come in the
/// order of the things; what fails, fails when its turn comes. For one taker.
final class ReadAhead<T, R> implements AutoCloseable {

    /// What there is to work on.
    interface Things<T> {

        /// The next one, or null where there is no other.
        @Nullable T next();
    }

    private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);

    private final Things<T> things;
    private final Function<T, R> work;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    WORKERS, Thread.ofPlatform().daemon().name("reading-", 1).factory());
    private final ArrayDeque<Future<R>> begun = new ArrayDeque<>();
    private boolean ended;

    ReadAhead(Things<T> things, Function<T, R> work) {
        this.things = things;
        this.work = work;
    }

    /// The next result, or null where there is no other.
    @Nullable R next() throws InterruptedException {
        while (!ended && begun.size() < 2 * WORKERS) {
            var thing = things.next();
            if (thing == null) {
                ended = true;
            } else {
                begun.add(workers.submit(() -> work.apply(thing)));
            }
        }
        var first = begun.poll();
        if (first == null) {
            return null;
        }
        try {
            return first.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /// Gives up what was begun.
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
