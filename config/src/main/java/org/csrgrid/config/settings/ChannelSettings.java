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

        @Setting(
                description = "Factor by which the last wait grows with every further try; 1 repeats it",
                defaultValue = "1",
                min = "1",
                max = "10")
        int backoffGrowth,

        @Setting(
                description = "No wait before a further try is longer",
                defaultValue = "24h",
                min = "100ms",
                max = "7d")
        Duration backoffLongest,

        @Setting(
                description =
                        "Percent by which a wait is shortened at random at most, so that what failed together does not come back together",
                defaultValue = "10",
                min = "0",
                max = "100")
        int backoffJitter,

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
}
