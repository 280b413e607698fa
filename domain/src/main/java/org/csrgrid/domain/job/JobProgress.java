package org.csrgrid.domain.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param done units finished, 0..total
 * @param total units in all, at least 0; 0 means nobody knows
 * @param message for a person, null if there is nothing to say
 * @param startedAt when the first unit began
 */
public record JobProgress(long done, long total, @Nullable String message, Instant startedAt, Instant updatedAt) {

    public JobProgress {
        if (done < 0 || total < 0 || (total > 0 && done > total)) {
            throw new IllegalArgumentException(
                    "done: %d, total: %d (expected: 0 <= done <= total, or total 0)".formatted(done, total));
        }
    }

    /** 0..100, rounded down; 0 while the total is unknown. */
    public int percent() {
        return total == 0 ? 0 : Math.toIntExact(done * 100 / total);
    }

    /** When it will be done if it goes on at this pace; empty while that cannot be told. */
    public Optional<Instant> estimatedEnd() {
        if (done == 0 || total == 0) {
            return Optional.empty();
        }
        Duration spent = Duration.between(startedAt, updatedAt);
        return Optional.of(updatedAt.plus(spent.multipliedBy(total - done).dividedBy(done)));
    }
}
