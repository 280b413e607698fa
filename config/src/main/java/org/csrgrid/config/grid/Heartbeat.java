package org.csrgrid.config.grid;

import java.time.Duration;
import org.csrgrid.config.settings.GridSettings;

/** How often a sign of life is sent: several must be lost before a member is taken for dead. */
final class Heartbeat {
    private static final int SIGNS_BEFORE_DEATH = 3;
    private static final long LONGEST_SECONDS = 5;

    private Heartbeat() {}

    static Duration interval(GridSettings settings) {
        long third = settings.maxNoHeartbeat().toSeconds() / SIGNS_BEFORE_DEATH;
        return Duration.ofSeconds(Math.clamp(third, 1, LONGEST_SECONDS));
    }
}
