package org.csrgrid.grid.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as whole microseconds since 1970, the resolution everything is stored with. */
public final class Micros {

    private Micros() {}

    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
