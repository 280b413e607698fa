package org.csrgrid.grid.cache;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Where values come from in tests: counts its calls, and can be made to hang or fail. */
final class Origin implements Loader<String> {

    final AtomicInteger calls = new AtomicInteger();
    volatile String value;
    volatile boolean fails;
    private final String[] tags;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch entered = new CountDownLatch(1);

    Origin(String value, String... tags) {
        this.value = value;
        this.tags = tags;
    }

    /** Loads that read the value wait from now on until {@link #open}. */
    void close() {
        entered = new CountDownLatch(1);
        gate = new CountDownLatch(1);
    }

    void open() {
        gate.countDown();
    }

    void awaitLoad() throws InterruptedException {
        entered.await();
    }

    @Override
    public Loaded<String> load(LoadRequest<String> request) throws Exception {
        calls.incrementAndGet();
        String read = value;
        entered.countDown();
        gate.await();
        if (fails) {
            throw new IllegalStateException("origin is down");
        }
        return Loaded.value(read).tagged(tags);
    }
}
