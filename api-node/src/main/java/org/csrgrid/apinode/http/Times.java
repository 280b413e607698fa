package org.csrgrid.apinode.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Times as precise as the grid and the database keep them. */
public final class Times {

    private Times() {}

    /** Now, in whole microseconds, so that what is answered equals what is stored. */
    public static Instant now(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
