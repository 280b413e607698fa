package org.csrgrid.config.settings;

import java.time.Duration;
import org.csrgrid.config.binding.ByteSize;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.UnfitSettingException;

/** One layer of the cache. The defaults that differ stand with {@link CacheLayerName}. */
public record CacheLayerSettings(
        @Setting(description = "How long a value is fresh if whoever loads it does not say", min = "1s", max = "7d")
        Duration life,

        @Setting(
                description = "A value is never fresh for less, whatever its loader says",
                defaultValue = "1s",
                min = "100ms",
                max = "7d")
        Duration shortestLife,

        @Setting(description = "A value is never fresh for longer, whatever its loader says", min = "1s", max = "7d")
        Duration longestLife,

        @Setting(description = "How long it is remembered that there is no value", min = "100ms", max = "7d")
        Duration absentLife,

        @Setting(
                description =
                        "Percent of its life after which a value that is asked for is loaded again in the background; 100 for"
                                + " never",
                defaultValue = "80",
                min = "1",
                max = "100")
        int eagerPercent,

        @Setting(
                description =
                        "Percent by which a life is shortened at random at most, so that what was loaded together is not"
                                + " loaded again together",
                defaultValue = "10",
                min = "0",
                max = "90")
        int jitterPercent,

        @Setting(
                description =
                        "How long a load may take while there is an old value; then that is served and the load goes on; 0ms"
                                + " waits for every load",
                defaultValue = "100ms",
                min = "0ms",
                max = "1m")
        Duration softTimeout,

        @Setting(
                description = "How long a load may take while there is no old value; then the caller fails",
                defaultValue = "5s",
                min = "10ms",
                max = "5m")
        Duration hardTimeout,

        @Setting(
                description =
                        "How long after its life a value may stand in for one that cannot be loaded; 0ms for not at all",
                defaultValue = "2h",
                min = "0ms",
                max = "7d")
        Duration failSafe,

        @Setting(
                description = "After a failed load, how long the old value is served before the next load",
                defaultValue = "10s",
                min = "100ms",
                max = "1h")
        Duration staleThrottle,

        @Setting(
                description =
                        "After a failed load without an old value, how long callers get the failure before the next load",
                defaultValue = "1s",
                min = "10ms",
                max = "1h")
        Duration failureThrottle,

        @Setting(
                description =
                        "How long a process serves a value without asking the grid: how long a lost invalidation matters at"
                                + " most",
                min = "100ms",
                max = "10m")
        Duration nearLife,

        @Setting(description = "Memory a process spends on values of the layer, about; 0B for none", max = "4GB")
        ByteSize nearSize,

        @Setting(
                description = "Values of more bytes are compressed if that makes them smaller by an eighth",
                defaultValue = "1KB",
                min = "64B",
                max = "1GB")
        ByteSize compressAbove,

        @Setting(description = "Values of more bytes are not cached", defaultValue = "1MB", min = "1KB", max = "64MB")
        ByteSize entryLimit,

        @Setting(
                description = "Values a member keeps; beyond that the least recently used ones go",
                min = "100",
                max = "100000000")
        int entriesPerMember,

        @Setting(
                description =
                        "Invalidated tags that are remembered; beyond that old invalidations concern all older values",
                defaultValue = "100000",
                min = "100",
                max = "10000000")
        int mostTags,

        @Setting(
                description = "Percent of calls that should find a fresh value, worth full marks in the health score",
                min = "1",
                max = "100")
        int targetHitPercent) {

    public CacheLayerSettings {
        if (life.compareTo(shortestLife) < 0) {
            throw new UnfitSettingException("life", "at least shortest-life");
        }
        if (life.compareTo(longestLife) > 0) {
            throw new UnfitSettingException("life", "at most longest-life");
        }
        if (softTimeout.compareTo(hardTimeout) > 0) {
            throw new UnfitSettingException("softTimeout", "at most hard-timeout");
        }
    }

    /**
     * These settings in the words of whoever caches, which this module doesn't know.
     *
     * @param name of the layer
     * @param shape takes them in this order
     */
    public <T> T as(String name, Shape<T> shape) {
        return shape.of(
                name,
                life,
                shortestLife,
                longestLife,
                absentLife,
                eagerPercent,
                jitterPercent,
                softTimeout,
                hardTimeout,
                failSafe,
                staleThrottle,
                failureThrottle,
                nearLife,
                nearSize.bytes(),
                Math.toIntExact(compressAbove.bytes()),
                Math.toIntExact(entryLimit.bytes()),
                mostTags,
                targetHitPercent);
    }

    /** Makes something of a layer's settings; a record's constructor with these components fits. */
    @FunctionalInterface
    public interface Shape<T> {
        T of(
                String name,
                Duration life,
                Duration shortestLife,
                Duration longestLife,
                Duration absentLife,
                int eagerPercent,
                int jitterPercent,
                Duration softTimeout,
                Duration hardTimeout,
                Duration failSafe,
                Duration staleThrottle,
                Duration failureThrottle,
                Duration nearLife,
                long nearBytes,
                int compressAbove,
                int entryLimit,
                int mostTags,
                int targetHitPercent);
    }
}
