package org.csrgrid.grid.job;

import com.hazelcast.collection.IQueue;
import com.hazelcast.core.HazelcastInstance;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.cluster.GridMaps;

/** Queues of keys by which members share work: one that cannot keep up offers, one with free workers takes. The truth is in the jobs map. */
public final class JobSignals {

    private JobSignals() {}

    /** One of a channel's queues. */
    public static IQueue<JobKey> queue(HazelcastInstance grid, Channel channel, int shard) {
        return grid.getQueue(GridMaps.JOB_SIGNALS + channel.jsonName() + "." + shard);
    }
}
