package org.csrgrid.mapstore.commit;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A row and the caller waiting for it. */
final class PendingRow<R> {
    private final R row;
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile @Nullable RuntimeException failure;
    private volatile @Nullable RowOutcome outcome;

    PendingRow(R row) {
        this.row = row;
    }

    R row() {
        return row;
    }

    void succeed(RowOutcome became) {
        outcome = became;
        settled.countDown();
    }

    void fail(RuntimeException reason) {
        failure = reason;
        settled.countDown();
    }

    boolean isSettled() {
        return settled.getCount() == 0;
    }

    /** Waits on through interrupts: a caller that left early could not say whether its row is durable. */
    RowOutcome await() {
        boolean interrupted = false;
        while (true) {
            try {
                settled.await();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        RuntimeException reason = failure;
        if (reason != null) {
            throw reason;
        }
        return requireNonNull(outcome, "outcome is null");
    }
}
