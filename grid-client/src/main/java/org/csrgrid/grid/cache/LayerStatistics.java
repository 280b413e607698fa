package org.csrgrid.grid.cache;

import java.time.Duration;
import org.csrgrid.grid.cache.Counters.Event;

/**
 * What a layer did in this process since its start. Add up those of all processes, except durations and scores.
 *
 * @param nearHits fresh values from this process
 * @param sharedHits fresh values from the grid
 * @param misses calls that found no fresh value and began or joined a load
 * @param stale old values served, because a load took long, failed, or failed a moment ago
 * @param collapsed misses that joined a load of this process or took another process's result
 * @param eager loads begun before the value's end
 * @param failSafe old values served because a load failed
 * @param loads runs of loaders
 * @param loadFailures runs of loaders that failed
 * @param timeouts calls that got neither a value in time nor an old one
 * @param errors calls that failed, time-outs included
 * @param refusedStores loaded values that were not stored, because their key was invalidated meanwhile or another process had taken over
 * @param notModified loads whose origin confirmed the old value
 * @param oversized loaded values that were too large to be cached
 * @param unreadable values whose bytes the codec did not understand
 * @param storeFailures times the grid did not answer
 * @param nearEvictions values that left this process for want of room
 * @param nearEntries values that this process keeps now, about
 * @param invalidations that this process heard of
 * @param compressedIn bytes handed to the compressor
 * @param compressedOut bytes it made of them
 * @param loadP95 of loaders
 * @param readP95 of all calls; those answered by this process count as zero
 * @param lagP95 from the sending of an invalidation to its arrival here, by two clocks if it came from another machine
 * @param lagLongest of all
 * @param targetHitPercent the layer's
 */
public record LayerStatistics(
        long nearHits,
        long sharedHits,
        long misses,
        long stale,
        long collapsed,
        long eager,
        long failSafe,
        long loads,
        long loadFailures,
        long timeouts,
        long errors,
        long refusedStores,
        long notModified,
        long oversized,
        long unreadable,
        long storeFailures,
        long nearEvictions,
        long nearEntries,
        long invalidations,
        long compressedIn,
        long compressedOut,
        Duration loadP95,
        Duration readP95,
        Duration lagP95,
        Duration lagLongest,
        int targetHitPercent) {

    private static final double FAST_MILLIS = 50;
    private static final double SLOW_MILLIS = 100;
    private static final double MANY_ERRORS_PERCENT = 5;

    static LayerStatistics of(Counters counters, long nearEntries, LayerOptions options) {
        return new LayerStatistics(
                counters.of(Event.NEAR_HIT),
                counters.of(Event.SHARED_HIT),
                counters.of(Event.MISS),
                counters.of(Event.STALE),
                counters.of(Event.COLLAPSED),
                counters.of(Event.EAGER),
                counters.of(Event.FAIL_SAFE),
                counters.of(Event.LOAD),
                counters.of(Event.LOAD_FAILURE),
                counters.of(Event.TIMEOUT),
                counters.of(Event.ERROR),
                counters.of(Event.REFUSED_STORE),
                counters.of(Event.NOT_MODIFIED),
                counters.of(Event.OVERSIZED),
                counters.of(Event.UNREADABLE),
                counters.of(Event.STORE_FAILURE),
                counters.of(Event.NEAR_EVICTION),
                nearEntries,
                counters.of(Event.INVALIDATION),
                counters.of(Event.PACKED_IN),
                counters.of(Event.PACKED_OUT),
                counters.loads.percentile(95),
                readP95(counters),
                counters.lags.percentile(95),
                counters.lags.longest(),
                options.targetHitPercent());
    }

    private static Duration readP95(Counters counters) {
        double near = counters.of(Event.NEAR_HIT);
        double others = counters.reads.count();
        double rank = 0.95 * (near + others) - near;
        return rank <= 0 ? Duration.ZERO : counters.reads.percentile(100 * rank / others);
    }

    /** Of this and another process together: numbers added up, of durations the longer. */
    public LayerStatistics plus(LayerStatistics other) {
        return new LayerStatistics(
                nearHits + other.nearHits,
                sharedHits + other.sharedHits,
                misses + other.misses,
                stale + other.stale,
                collapsed + other.collapsed,
                eager + other.eager,
                failSafe + other.failSafe,
                loads + other.loads,
                loadFailures + other.loadFailures,
                timeouts + other.timeouts,
                errors + other.errors,
                refusedStores + other.refusedStores,
                notModified + other.notModified,
                oversized + other.oversized,
                unreadable + other.unreadable,
                storeFailures + other.storeFailures,
                nearEvictions + other.nearEvictions,
                nearEntries + other.nearEntries,
                invalidations + other.invalidations,
                compressedIn + other.compressedIn,
                compressedOut + other.compressedOut,
                longer(loadP95, other.loadP95),
                longer(readP95, other.readP95),
                longer(lagP95, other.lagP95),
                longer(lagLongest, other.lagLongest),
                targetHitPercent);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Calls of any outcome. */
    public long reads() {
        return nearHits + sharedHits + misses;
    }

    /** Percent of the calls that found a fresh value; 100 if there was none. */
    public double hitPercent() {
        return reads() == 0 ? 100 : 100.0 * (nearHits + sharedHits) / reads();
    }

    /** Percent of the calls that failed; 0 if there was none. */
    public double errorPercent() {
        return reads() == 0 ? 0 : 100.0 * errors / reads();
    }

    /**
     * From 0 to 100: half of it hits, in full at the layer's target; 30 for the time of 95 % of the calls, in full up to 50 ms and none from 100 ms on; 20 for
     * errors, in full without any and none from 5 % on.
     */
    public int healthScore() {
        double hits = 50 * Math.min(1, hitPercent() / targetHitPercent);
        double millis = readP95.toNanos() / 1e6;
        double response = 30 * Math.clamp((SLOW_MILLIS - millis) / (SLOW_MILLIS - FAST_MILLIS), 0, 1);
        double errorFree = 20 * Math.clamp(1 - errorPercent() / MANY_ERRORS_PERCENT, 0, 1);
        return Math.toIntExact(Math.round(hits + response + errorFree));
    }
}
