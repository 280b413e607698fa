package org.csrgrid.config.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.csrgrid.config.binding.Setting;

/** Background jobs. */
public record JobSettings(
        @Setting(
                description = "How long a worker holds a job without renewing its claim before another may take it",
                defaultValue = "30s",
                min = "1s",
                max = "1h")
        Duration lease,

        @Setting(
                description = "How often jobs of dead workers and jobs that came due are offered again",
                defaultValue = "1s",
                min = "100ms",
                max = "1m")
        Duration sweepInterval,

        @Setting(
                description = "Queues per channel; more of them spread a busy channel over more members",
                defaultValue = "4",
                min = "1",
                max = "64")
        int shards,

        @Setting(
                description =
                        "The channels of jobs, where `NAME` is one of the rows; the environment variable of a key follows"
                                + " the usual rule, such as `CSR_JOBS_CHANNELS_PAYMENTS_WORKERS_MAX`")
        Map<ChannelName, ChannelSettings> channels) {

    /** The settings of one channel. */
    public ChannelSettings channel(ChannelName name) {
        return Objects.requireNonNull(channels.get(name), "every channel has settings");
    }
}
