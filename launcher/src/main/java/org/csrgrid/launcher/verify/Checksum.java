package org.csrgrid.launcher.verify;

import java.util.Objects;

/** Counts records and sums up their contents in an order that does not matter. Used by one thread. */
final class Checksum {

    private long count;
    private long sum;

    void add(long id, Object... contents) {
        count++;
        sum += mix(id * 31 + Objects.hash(contents));
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** Count and sum, the latter in hexadecimal. */
    @Override
    public String toString() {
        return "%d #%016x".formatted(count, sum);
    }
}
