package org.csrgrid.grid.job.directory;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryEvictedListener;
import com.hazelcast.map.listener.EntryExpiredListener;
import com.hazelcast.map.listener.EntryRemovedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobKey;

/**
 * Tells when a job may have changed. However often that happens between two looks, it is told once, so whoever is slow misses what is past and never the
 * latest. Used by one thread; {@link #wake} by any.
 */
public final class JobWatch implements AutoCloseable {

    private final IMap<JobKey, Job> jobs;
    private final Semaphore changes = new Semaphore(0);
    private final UUID listener;

    JobWatch(IMap<JobKey, Job> jobs, JobKey key) {
        this.jobs = jobs;
        listener = jobs.addEntryListener(new Changes(), key, false);
    }

    /** Returns true as soon as something happened since the last look, false if nothing does for so long. */
    public boolean await(Duration longest) throws InterruptedException {
        boolean changed = changes.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        changes.drainPermits();
        return changed;
    }

    /** Makes {@link #await} return. */
    public void wake() {
        changes.release();
    }

    @Override
    public void close() {
        try {
            jobs.removeEntryListener(listener);
        } catch (HazelcastInstanceNotActiveException gone) {
            // The listener went with the client.
        }
    }

    private final class Changes
            implements EntryAddedListener<JobKey, Job>,
                    EntryUpdatedListener<JobKey, Job>,
                    EntryRemovedListener<JobKey, Job>,
                    EntryEvictedListener<JobKey, Job>,
                    EntryExpiredListener<JobKey, Job> {

        @Override
        public void entryAdded(EntryEvent<JobKey, Job> event) {
            wake();
        }

        @Override
        public void entryUpdated(EntryEvent<JobKey, Job> event) {
            wake();
        }

        @Override
        public void entryRemoved(EntryEvent<JobKey, Job> event) {
            wake();
        }

        @Override
        public void entryEvicted(EntryEvent<JobKey, Job> event) {
            wake();
        }

        @Override
        public void entryExpired(EntryEvent<JobKey, Job> event) {
            wake();
        }
    }
}
