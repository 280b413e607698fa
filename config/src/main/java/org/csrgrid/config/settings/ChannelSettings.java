package org.csrgrid.config.settings;

import java.time.Duration;
import java.util.List;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.UnfitSettingException;

/** One channel of background jobs. The defaults stand with {@link ChannelName}. */
public record ChannelSettings(
        @Setting(
                description = "Which channel goes first when threads are scarce; higher is sooner",
                min = "0",
                max = "100")
        int priority,

        @Setting(description = "Workers a member always has", min = "0", max = "256")
        int workersMin,

        @Setting(description = "Workers a member has at most", min = "1", max = "256")
        int workersMax,

        @Setting(description = "How often a job is tried before it counts as failed", min = "1", max = "100")
        int tries,

        @Setting(description = "Waits before the second try, the third, and so on; the last one repeats")
        List<Duration> backoff,

        @Setting(description = "How long one try may take", min = "1s", max = "24h")
        Duration timeout,

        @Setting(
                description = "An alert is raised when a job waits longer than this for a worker",
                min = "1s",
                max = "24h")
        Duration pickupAlert,

        @Setting(
                description =
                        "Whether a new job is in the database before its caller is answered, or only on two members")
        Durability durability,

        @Setting(
                description = "Whether the channel starts paused: jobs are kept and not worked on",
                defaultValue = "false")
        boolean paused) {

    public ChannelSettings {
        backoff = List.copyOf(backoff);
        if (workersMin > workersMax) {
            throw new UnfitSettingException("workersMin", "at most workers-max (%d)".formatted(workersMax));
        }
        if (tries > 1 && backoff.isEmpty()) {
            throw new UnfitSettingException("backoff", "at least one wait, because tries is %d".formatted(tries));
        }
    }

    /**
     * The wait before the next try.
     *
     * @param failedTries tries that failed so far, from 1
     * @return zero when the channel knows no waits
     */
    public Duration backoffAfter(int failedTries) {
        if (failedTries < 1) {
            throw new IllegalArgumentException("failedTries: %d (expected: >= 1)".formatted(failedTries));
        }
        return backoff.isEmpty() ? Duration.ZERO : backoff.get(Math.min(failedTries, backoff.size()) - 1);
    }
}
