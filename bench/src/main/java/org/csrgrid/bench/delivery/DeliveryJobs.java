package org.csrgrid.bench.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.Uniqueness;
import org.csrgrid.grid.job.JobType;

/** The jobs of the proof: one kind per channel, in a mix drawn by chance. */
final class DeliveryJobs {

    /** What the follow-up of a job that lost its lease would be called; none must ever run. */
    static final String STALE = ":stale";

    private static final String AFTER = ":after";
    private static final Map<Channel, JobType<DeliveryWork>> TYPES = new EnumMap<>(Channel.class);

    static {
        Arrays.stream(Channel.values())
                .forEach(channel ->
                        TYPES.put(channel, JobType.of("proof-" + channel.jsonName(), channel, DeliveryWork.class)));
    }

    private DeliveryJobs() {}

    /**
     * What one of them does.
     *
     * @param failsOnce whether its first attempt fails
     * @param steps how many times it works for {@code stepMillis} and remembers that
     * @param followsUp whether it leaves another job behind
     * @param parentToken of the attempt that left it behind, 0 for nobody's
     */
    record DeliveryWork(boolean failsOnce, int steps, long stepMillis, boolean followsUp, long parentToken) {}

    static Collection<JobType<DeliveryWork>> types() {
        return TYPES.values();
    }

    static JobType<DeliveryWork> type(Channel channel) {
        JobType<DeliveryWork> type = TYPES.get(channel);
        if (type == null) {
            throw new IllegalArgumentException("channel: %s (expected: one of %s)".formatted(channel, TYPES.keySet()));
        }
        return type;
    }

    /** A job of any channel: late, failing once, slow, followed by another, or none of that. */
    static Job draw(String id, RandomGenerator random, Instant now) {
        Channel[] channels = Channel.values();
        Channel channel = channels[random.nextInt(channels.length)];
        int dice = random.nextInt(100);
        Duration delay = dice < 15 ? Duration.ofMillis(random.nextInt(500, 4_000)) : Duration.ZERO;
        boolean slow = dice >= 15 && dice < 45;
        boolean followsUp = dice % 4 == 0;
        boolean fails = dice >= 45 && dice < 55;
        DeliveryWork work = new DeliveryWork(fails, slow ? 6 : 1, slow ? 250 : 10, followsUp, 0);
        return job(id, random.nextInt(1_000_000), channel, work, now.plus(delay), now);
    }

    static String afterId(String parent) {
        return parent + AFTER;
    }

    static Job follower(Job parent, String id, long token, Instant now) {
        return job(id, parent.affinity(), parent.channel(), new DeliveryWork(false, 1, 5, false, token), now, now);
    }

    private static Job job(String id, long affinity, Channel channel, DeliveryWork work, Instant runAt, Instant now) {
        return Job.ready(
                id,
                affinity,
                type(channel).request(work).with().unique(Uniqueness.ONCE).build(),
                runAt,
                now);
    }
}
