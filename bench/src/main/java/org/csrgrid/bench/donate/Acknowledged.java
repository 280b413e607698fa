package org.csrgrid.bench.donate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The ids of all donations the API said yes to. Belongs to one thread. */
final class Acknowledged {

    private long[] campaigns = new long[1 << 16];
    private long[] ids = new long[1 << 16];
    private int count;

    /** @param publicId campaign and donation, such as 17-4711 */
    void add(String publicId) {
        if (count == ids.length) {
            campaigns = Arrays.copyOf(campaigns, count * 2);
            ids = Arrays.copyOf(ids, count * 2);
        }
        int dash = publicId.indexOf('-');
        campaigns[count] = Long.parseLong(publicId, 0, dash, 10);
        ids[count] = Long.parseLong(publicId, dash + 1, publicId.length(), 10);
        count++;
    }

    int count() {
        return count;
    }

    LongStream ids() {
        return Arrays.stream(ids, 0, count);
    }

    /** Writes one public id a line, for {@code csr verify-ledger --acknowledged}. */
    void writeTo(Path file) {
        try {
            Files.write(file, (Iterable<String>)
                    IntStream.range(0, count).mapToObj(index -> campaigns[index] + "-" + ids[index])::iterator);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
