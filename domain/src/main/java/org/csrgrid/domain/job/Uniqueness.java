package org.csrgrid.domain.job;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What happens when a job is enqueued under an id that is taken. Jobs that must not meet share an id.
 *
 * @param period how long ONCE_PER_PERIOD refuses after the first was enqueued, and how far DEBOUNCE pushes the start back; zero otherwise
 */
public record Uniqueness(Mode mode, Duration period) {

    /** The ways of meeting. All but ONCE_PER_PERIOD and ONCE let a job begin anew when the one before it is over. */
    public enum Mode {
        /** The newcomer joins the job that waits or runs. */
        UNTIL_DONE,
        /** One runs, one waits: a newcomer joins the one that waits, or makes the one that runs go again afterwards. */
        WHILE_RUNNING,
        /** The newcomer joins the first one for a period, whether that is over or not. */
        ONCE_PER_PERIOD,
        /** Each newcomer brings its payload and pushes the start back by the period, at most tenfold after the first. */
        DEBOUNCE,
        /** The newcomer's payload takes the place of the one that waits; the start stays. One that runs goes again afterwards. */
        REPLACE,
        /** Never again, also after it is over, as long as the finished job is remembered: steps that move money. */
        ONCE
    }

    public static final Uniqueness UNTIL_DONE = new Uniqueness(Mode.UNTIL_DONE, Duration.ZERO);
    public static final Uniqueness WHILE_RUNNING = new Uniqueness(Mode.WHILE_RUNNING, Duration.ZERO);
    public static final Uniqueness REPLACE = new Uniqueness(Mode.REPLACE, Duration.ZERO);
    public static final Uniqueness ONCE = new Uniqueness(Mode.ONCE, Duration.ZERO);

    public Uniqueness {
        requireNonNull(mode, "mode is null");
        boolean timed = mode == Mode.ONCE_PER_PERIOD || mode == Mode.DEBOUNCE;
        if (timed ? !period.isPositive() : !period.isZero()) {
            throw new IllegalArgumentException(
                    "period: %s (expected: %s for %s)".formatted(period, timed ? "> 0" : "0", mode));
        }
    }

    public static Uniqueness oncePer(Duration period) {
        return new Uniqueness(Mode.ONCE_PER_PERIOD, period);
    }

    public static Uniqueness debounced(Duration quiet) {
        return new Uniqueness(Mode.DEBOUNCE, quiet);
    }
}
