package org.csrgrid.gridnode.job.rate;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import com.hazelcast.core.HazelcastInstance;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.grid.hazelcast.Bucket4jHazelcast;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.RateLimit;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.limit.SharedBuckets;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.job.StartGate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets jobs start no faster than their handlers' limits allow: first the limit of the job's key, then the handler's own. Both are token buckets in the
 * grid, so all members count together. Jobs without a limit never touch the grid. Safe for use by many threads.
 */
public final class RateGate implements StartGate {

    private static final Logger LOG = LoggerFactory.getLogger(RateGate.class);

    private static final Duration WHILE_UNCOUNTED = Duration.ofSeconds(1);
    private static final Duration KEPT_LONGER = Duration.ofMinutes(1);

    private final ProxyManager<String> buckets;
    private final Map<String, Limits> limits = new HashMap<>();
    private final Spacing spacing;
    private final Clock clock;

    private record Limits(Optional<RateLimit> all, Optional<RateLimit> perKey) {}

    public RateGate(HazelcastInstance grid, List<JobHandler<?>> handlers, Clock clock) {
        buckets = Bucket4jHazelcast.entryProcessorBasedBuilder(grid.<String, byte[]>getMap(GridMaps.JOB_RATES))
                .clientClock(new GridTime(clock))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_LONGER))
                .build();
        for (JobHandler<?> handler : handlers) {
            var own = new Limits(handler.rateLimit(), handler.rateLimitPerKey());
            if (own.all.isPresent() || own.perKey.isPresent()) {
                limits.put(handler.type().name(), own);
            }
        }
        spacing = new Spacing();
        this.clock = clock;
    }

    /** Adds what the counters need to a member's configuration. They are worth no disk: a lost one starts full. */
    public static void addTo(Config config, int backupCount) {
        SharedBuckets.register(config.getSerializationConfig());
        config.addMapConfig(new MapConfig(GridMaps.JOB_RATES).setBackupCount(backupCount));
    }

    @Override
    public Optional<Duration> waitBefore(Job job) {
        Limits own = limits.get(job.name());
        if (own == null) {
            return Optional.empty();
        }
        String key = job.request().rateKey();
        Optional<RateLimit> perKey = key == null ? Optional.empty() : own.perKey;
        String keyBucket = job.name() + " " + key;
        Optional<Duration> keyWait = perKey.flatMap(limit -> take(keyBucket, limit));
        if (keyWait.isPresent()) {
            return keyWait;
        }
        Optional<Duration> wait = own.all.flatMap(limit -> take(job.name(), limit));
        if (wait.isPresent()) {
            perKey.ifPresent(limit -> giveBack(keyBucket, limit));
        }
        return wait;
    }

    private Optional<Duration> take(String bucket, RateLimit limit) {
        ConsumptionProbe probe;
        try {
            probe = bucket(bucket, limit).tryConsumeAndReturnRemaining(1);
        } catch (RuntimeException uncounted) {
            LOG.debug("Start of {} not counted; it {}", bucket, limit.uncounted(), uncounted);
            return switch (limit.uncounted()) {
                case STARTS -> Optional.empty();
                case WAITS -> Optional.of(WHILE_UNCOUNTED);
            };
        }
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return Optional.of(
                spacing.after(bucket, now, Duration.ofNanos(probe.getNanosToWaitForRefill()), limit.interval()));
    }

    private void giveBack(String bucket, RateLimit limit) {
        try {
            bucket(bucket, limit).addTokens(1);
        } catch (RuntimeException uncounted) {
            LOG.debug("A start of {} too many is counted; it comes back with time", bucket, uncounted);
        }
    }

    private BucketProxy bucket(String name, RateLimit limit) {
        return buckets.getProxy(name, () -> BucketConfiguration.builder()
                .addLimit(stage -> stage.capacity(limit.burst()).refillGreedy(limit.permits(), limit.period()))
                .build());
    }

    /** Bucket4j's clock. */
    private record GridTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
