package org.csrgrid.grid.job;

/** Takes jobs in where they live: on the member that owns their partitions. Blocks until they are as durable as their channels ask for. */
@FunctionalInterface
public interface JobReceiver {

    EnqueuedJobs receive(EnqueueJobs call);
}
