package org.csrgrid.apinode.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands entries to a member, as many at once as have come meanwhile, so that many requests share one call and one commit. Safe for use by many threads. */
final class AuditRecorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRecorder.class);
    private static final int CAPACITY = 20_000;
    private static final int BATCH = 500;
    private static final long POLL_MILLIS = 50;
    private static final long PATIENCE_SECONDS = 15;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Consumer<List<AuditEntry>> trail;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread sender;
    private volatile boolean closed;

    private record Pending(AuditEntry entry, CompletableFuture<Void> durable, boolean awaited) {}

    /** @param trail returns when the entries are durable, or throws */
    AuditRecorder(Consumer<List<AuditEntry>> trail) {
        this.trail = trail;
        sender = Thread.ofVirtual().name("audit-recorder").start(this::sendUntilClosed);
    }

    /**
     * Returns when the entry is durable.
     *
     * @throws GridUnavailableException if it is unknown whether it is
     */
    void record(AuditEntry entry) {
        var pending = new Pending(entry, new CompletableFuture<>(), true);
        if (closed || !queue.offer(pending)) {
            throw new GridUnavailableException("the audit trail takes no entry now", null);
        }
        try {
            pending.durable().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new GridUnavailableException("the audit trail does not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GridUnavailableException("interrupted while recording", interrupted);
        }
    }

    /** Does not wait; the entry is durable some milliseconds later, or once the grid answers again. */
    void note(AuditEntry entry) {
        if (!queue.offer(new Pending(entry, new CompletableFuture<>(), false))) {
            LOG.error("Too many entries wait for the audit trail; lost: {}", entry.canonical());
        }
    }

    private void sendUntilClosed() {
        var batch = new ArrayList<Pending>();
        while (!closed || !queue.isEmpty()) {
            try {
                Pending first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    send(batch);
                    batch.clear();
                }
            } catch (InterruptedException ignored) {
                LOG.warn("The recorder was interrupted and goes on: only close() ends it");
            }
        }
    }

    private void send(List<Pending> batch) {
        try {
            trail.accept(batch.stream().map(Pending::entry).toList());
            batch.forEach(pending -> pending.durable().complete(null));
        } catch (RuntimeException failure) {
            LOG.warn("{} entries did not reach the audit trail: {}", batch.size(), failure.toString());
            batch.forEach(pending -> pending.durable().completeExceptionally(failure));
            batch.stream().filter(pending -> !pending.awaited()).forEach(this::again);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void again(Pending pending) {
        if (closed) {
            LOG.error("Lost for the audit trail: {}", pending.entry().canonical());
        } else {
            note(pending.entry());
        }
    }

    /** Sends what waits. */
    @Override
    public void close() {
        closed = true;
        try {
            sender.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
