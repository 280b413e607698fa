package org.csrgrid.bench.donate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

/** The ids of all donations the API said yes to. Belongs to one thread. */
final class Acknowledged {

    private long[] ids = new long[1 << 16];
    private int count;

    void add(long id) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, count * 2);
        }
        ids[count++] = id;
    }

    int count() {
        return count;
    }

    LongStream ids() {
        return Arrays.stream(ids, 0, count);
    }

    /** Writes one id a line, for {@code csr verify-ledger --acknowledged}. */
    void writeTo(Path file) {
        try {
            Files.write(file, (Iterable<String>) ids().mapToObj(Long::toString)::iterator);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
