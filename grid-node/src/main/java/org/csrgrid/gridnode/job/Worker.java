package org.csrgrid.gridnode.job;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One of the member's workers: a thread that holds a slot until it gives it up or the slot is taken from it. */
final class Worker {

    private final JobChannel channel;
    private final AtomicBoolean holdsSlot = new AtomicBoolean(true);
    private volatile @Nullable Thread thread;

    Worker(JobChannel channel) {
        this.channel = channel;
    }

    JobChannel channel() {
        return channel;
    }

    void startedOn(Thread own) {
        thread = own;
    }

    void interrupt() {
        Thread own = thread;
        if (own != null) {
            own.interrupt();
        }
    }

    boolean holdsSlot() {
        return holdsSlot.get();
    }

    /** True for the one who gives the slot back. */
    boolean giveUpSlot() {
        return holdsSlot.compareAndSet(true, false);
    }
}
