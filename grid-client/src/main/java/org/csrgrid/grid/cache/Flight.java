package org.csrgrid.grid.cache;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One load of one key in this process, with everybody who waits for it. */
final class Flight<V> {

    /** What may be served meanwhile, as soon as that is known; null if there is nothing. */
    final CompletableFuture<@Nullable Held<V>> fallback = new CompletableFuture<>();

    final CompletableFuture<Held<V>> done = new CompletableFuture<>();
    final String id;
    final long begunNanos;

    /** The latest invalidation when the load began. Who comes after a later one may not be content with its result. */
    volatile long sequence;

    /** The token of the value that was found in the grid; what a lease is asked for with. */
    volatile long seen;

    private volatile @Nullable Thread loading;

    Flight(String id, long begunNanos, long sequence) {
        this.id = id;
        this.begunNanos = begunNanos;
        this.sequence = sequence;
    }

    void loadingBy(@Nullable Thread thread) {
        loading = thread;
    }

    void fail(Throwable failure) {
        fallback.completeExceptionally(failure);
        done.completeExceptionally(failure);
    }

    void interrupt() {
        Thread thread = loading;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
