package org.csrgrid.bench.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Counters in a file that several processes have in their memory: jobs done, how long they waited, and a gate that holds workers back. Safe for many threads
 * of many processes.
 */
final class SharedTally {

    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int DONE = 0;
    private static final int GATE = 64;
    private static final int WAITS = 128;
    private static final int BUCKETS = 100_000;
    private static final int BUCKET_MICROS = 100;
    private static final int SIZE = WAITS + BUCKETS * Long.BYTES;

    private final ByteBuffer memory;

    private SharedTally(ByteBuffer memory) {
        this.memory = memory;
    }

    /** Opens the file, made if missing, as another process may have it already. */
    static SharedTally open(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedTally(channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    void done() {
        add(DONE);
    }

    long count() {
        return (long) LONGS.getVolatile(memory, DONE);
    }

    boolean isGateClosed() {
        return (long) LONGS.getVolatile(memory, GATE) != 0;
    }

    void closeGate() {
        LONGS.setVolatile(memory, GATE, 1L);
    }

    void openGate() {
        LONGS.setVolatile(memory, GATE, 0L);
    }

    /** Notes a wait, up to ten seconds to a tenth of a millisecond; longer ones count as ten seconds. */
    void waited(long micros) {
        int bucket = (int) Math.clamp(micros / BUCKET_MICROS, 0L, BUCKETS - 1L);
        add(WAITS + bucket * Long.BYTES);
    }

    long waits() {
        long sum = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            sum += waitsIn(bucket);
        }
        return sum;
    }

    /** The wait in milliseconds that so many percent did not exceed; 0 without any. */
    double waitMillis(double percentile) {
        long wanted = (long) Math.ceil(waits() * percentile / 100);
        long seen = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            seen += waitsIn(bucket);
            if (seen >= wanted && seen > 0) {
                return (bucket + 1) * (BUCKET_MICROS / 1000.0);
            }
        }
        return 0;
    }

    /** Starts the waits over; nobody may note one meanwhile. */
    void forgetWaits() {
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            LONGS.setVolatile(memory, WAITS + bucket * Long.BYTES, 0L);
        }
    }

    private long waitsIn(int bucket) {
        return (long) LONGS.getVolatile(memory, WAITS + bucket * Long.BYTES);
    }

    private void add(int offset) {
        long _ = (long) LONGS.getAndAdd(memory, offset, 1L);
    }
}
