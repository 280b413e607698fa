package org.csrgrid.config.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.csrgrid.config.binding.Secret;
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
                description = "Jobs a member runs at once, of all channels together",
                defaultValue = "24",
                min = "1",
                max = "1024")
        int workers,

        @Setting(
                description =
                        "A job that waited longer than this for a worker goes before those of more urgent channels",
                defaultValue = "10s",
                min = "100ms",
                max = "1h")
        Duration starvationBound,

        @Setting(
                description =
                        "How long a job that was interrupted may take to stop; then its worker is given to others and the"
                                + " job has failed",
                defaultValue = "5s",
                min = "100ms",
                max = "5m")
        Duration interruptGrace,

        @Setting(
                description =
                        "Key that encrypts the payloads of sensitive jobs, the same on all nodes, 32 characters or"
                                + " more; in demo mode one is derived from `security.token-key`, in production sensitive jobs"
                                + " are refused without it")
        Secret payloadKey,

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
