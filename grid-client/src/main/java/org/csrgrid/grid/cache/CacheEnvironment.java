package org.csrgrid.grid.cache;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.csrgrid.grid.wire.Micros;

/**
 * What a cache takes from its surroundings. Whether something is fresh is a matter of {@code time}, how long a load takes one of {@code nanos}; waiting for a
 * load is always real.
 *
 * @param random at least 0 and below 1
 */
public record CacheEnvironment(InstantSource time, LongSupplier nanos, DoubleSupplier random) {

    /** The system's clock. */
    public static CacheEnvironment system() {
        return new CacheEnvironment(InstantSource.system(), System::nanoTime, () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    long micros() {
        return Micros.of(time.instant());
    }
}
