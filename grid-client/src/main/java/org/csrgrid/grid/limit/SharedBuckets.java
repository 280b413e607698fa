package org.csrgrid.grid.limit;

import com.hazelcast.config.SerializationConfig;
import com.hazelcast.core.HazelcastInstance;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.grid.hazelcast.Bucket4jHazelcast;
import io.github.bucket4j.grid.hazelcast.HazelcastProxyManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.wire.Micros;

/**
 * Token buckets in the grid, one per key, taken from by all nodes. A bucket that is lost, or was full for a minute, starts full. Time is the taker's; a
 * node whose clock runs ahead by some seconds refills by as much, once. Safe for use by many threads.
 */
public final class SharedBuckets {

    /** Where the type ids of bucket4j's serializers begin; nobody else uses this range, and all nodes use the same. */
    private static final int FIRST_TYPE_ID = 9_200;

    private static final Duration KEPT_LONGER = Duration.ofMinutes(1);

    private final AsyncProxyManager<String> buckets;

    public SharedBuckets(HazelcastInstance grid, InstantSource clock) {
        buckets = Bucket4jHazelcast.entryProcessorBasedBuilder(grid.<String, byte[]>getMap(GridMaps.REQUEST_RATES))
                .clientClock(new GridTime(clock))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_LONGER))
                .build()
                .asAsync();
    }

    /** Adds what buckets travel by to a member's or a client's configuration. */
    public static void register(SerializationConfig config) {
        HazelcastProxyManager.addCustomSerializers(config, FIRST_TYPE_ID);
    }

    /**
     * Takes as many tokens as there are, up to {@code wanted}, in one call. Atomic over the bucket; a repeat takes more.
     *
     * @param key of the bucket; buckets of different rates need different keys
     * @param wanted at least 1
     * @throws GridUnavailableException if the grid does not answer in time; tokens may be gone then, which does no harm
     */
    public Taken take(String key, BucketRate rate, long wanted, Duration timeout) {
        CompletableFuture<VerboseResult<Long>> answer = buckets.getProxy(
                        key, () -> CompletableFuture.completedFuture(configuration(rate)))
                .asVerbose()
                .tryConsumeAsMuchAsPossible(wanted);
        try {
            return taken(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException failure) {
            throw new GridUnavailableException("a request is not counted", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GridUnavailableException("interrupted while counting a request", interrupted);
        }
    }

    /** Puts tokens back, up to the burst, without waiting for it; what gets lost does no harm. Never throws. */
    public void giveBack(String key, BucketRate rate, long tokens) {
        buckets.getProxy(key, () -> CompletableFuture.completedFuture(configuration(rate)))
                .addTokens(tokens)
                .exceptionally(_ -> null);
    }

    private static BucketConfiguration configuration(BucketRate rate) {
        return BucketConfiguration.builder()
                .addLimit(stage -> stage.capacity(rate.burst()).refillGreedy(rate.perMinute(), Duration.ofMinutes(1)))
                .build();
    }

    private static Taken taken(VerboseResult<Long> answer) {
        long untilNext = answer.getState()
                .calculateDelayNanosAfterWillBePossibleToConsume(1, answer.getOperationTimeNanos(), true);
        return new Taken(
                answer.getValue(),
                answer.getDiagnostics().getAvailableTokens(),
                Duration.ofNanos(untilNext),
                Duration.ofNanos(answer.getDiagnostics().calculateFullRefillingTime()));
    }

    /** Bucket4j's clock. */
    private record GridTime(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(Micros.of(clock.instant()), 1_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
