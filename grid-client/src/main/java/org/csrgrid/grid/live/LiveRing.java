package org.csrgrid.grid.live;

import com.hazelcast.config.Config;
import com.hazelcast.config.RingbufferConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.ringbuffer.Ringbuffer;

/** The ring buffers events go through. One per kind of reader, so that what is frequent in one does not push the rare out of another. */
public enum LiveRing {
    PEOPLE("live-people"),
    /** Also what organizations are told, which is what their campaigns are. */
    CAMPAIGNS("live-campaigns"),
    ADMINISTRATORS("live-administrators");

    private final String ringName;

    LiveRing(String ringName) {
        this.ringName = ringName;
    }

    /** The name of the distributed structure. */
    public String ringName() {
        return ringName;
    }

    /**
     * Adds the rings to a member's configuration; all members need the same.
     *
     * @param capacity events kept per ring
     */
    public static void addTo(Config config, int capacity, int backups) {
        for (LiveRing ring : values()) {
            config.addRingBufferConfig(
                    new RingbufferConfig(ring.ringName).setCapacity(capacity).setBackupCount(backups));
        }
    }

    Ringbuffer<LiveEvent> on(HazelcastInstance grid) {
        return grid.getRingbuffer(ringName);
    }
}
