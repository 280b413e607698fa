package org.csrgrid.domain.job;

import java.time.Duration;
import java.time.Instant;

/** What becomes of a newcomer under an id that is taken. */
public sealed interface Meeting {

    /** How often a debounced start may be pushed back by its period. */
    int MOST_PUSHES = 10;

    /** The newcomer begins anew in the old one's place. */
    record Begins(Job job) implements Meeting {}

    /** The old one stays as it is. */
    record Joins() implements Meeting {}

    /** The old one goes on, changed by the newcomer. */
    record Changes(Job job) implements Meeting {}

    static Meeting of(Job old, Job newcomer) {
        Uniqueness uniqueness = newcomer.request().uniqueness();
        return switch (uniqueness.mode()) {
            case ONCE -> new Joins();
            case ONCE_PER_PERIOD ->
                newcomer.createdAt().isBefore(old.createdAt().plus(uniqueness.period()))
                        ? new Joins()
                        : unlessLive(old, newcomer);
            case UNTIL_DONE -> unlessLive(old, newcomer);
            case WHILE_RUNNING -> old.state() == JobState.RUNNING ? again(old, newcomer) : unlessLive(old, newcomer);
            case DEBOUNCE -> replaced(old, newcomer, pushed(old, newcomer, uniqueness.period()));
            case REPLACE -> replaced(old, newcomer, old.runAt());
        };
    }

    private static Meeting unlessLive(Job old, Job newcomer) {
        return old.state().isOver() && !old.isOwing() ? begins(old, newcomer) : new Joins();
    }

    private static Meeting replaced(Job old, Job newcomer, Instant runAt) {
        return switch (old.state()) {
            case READY ->
                new Changes(
                        old.change().request(newcomer.request()).runAt(runAt).build());
            case RUNNING -> again(old, newcomer);
            case DEAD, SUCCEEDED, CANCELLED -> unlessLive(old, newcomer);
        };
    }

    private static Meeting again(Job old, Job newcomer) {
        return new Changes(old.change().again(newcomer.request()).build());
    }

    private static Instant pushed(Job old, Job newcomer, Duration period) {
        Instant latest = old.createdAt().plus(period.multipliedBy(MOST_PUSHES));
        return newcomer.runAt().isAfter(latest) ? latest : newcomer.runAt();
    }

    /** Tokens and versions go on growing, so that whoever still works for the old one is refused. */
    private static Begins begins(Job old, Job newcomer) {
        return new Begins(new Job(
                newcomer.id(),
                newcomer.affinity(),
                newcomer.request(),
                newcomer.state(),
                0,
                newcomer.runAt(),
                old.lastToken(),
                null,
                JobTrace.EMPTY,
                null,
                false,
                null,
                newcomer.followUps(),
                false,
                newcomer.createdAt(),
                null,
                old.version() + 1));
    }
}
