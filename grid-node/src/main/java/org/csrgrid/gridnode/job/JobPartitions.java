package org.csrgrid.gridnode.job;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.IMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.gridnode.cluster.PauseWatch;

/** Changes jobs, many by one operation per partition, and never on a copy that may be somebody else's by now. Safe for use by many threads. */
public final class JobPartitions {

    private final HazelcastInstance grid;
    private final IMap<JobKey, Job> jobs;
    private final PauseWatch pauses;

    public JobPartitions(HazelcastInstance grid, PauseWatch pauses) {
        this.grid = grid;
        this.pauses = pauses;
        jobs = grid.getMap(GridMaps.JOBS);
    }

    /** For reading. */
    IMap<JobKey, Job> map() {
        return jobs;
    }

    boolean isOurs(JobKey key) {
        var owner = grid.getPartitionService().getPartition(key.affinity()).getOwner();
        return owner != null && owner.localMember();
    }

    /**
     * Runs one operation per partition on the jobs that the parts are about, all partitions at once, and waits for all. Each must bear a repeat.
     *
     * @param operation makes a partition's operation of its parts, in ascending order of their ids
     * @return the answers by job; every job has at most one part
     */
    <P, R> Map<JobKey, R> run(
            Collection<P> parts,
            Function<P, JobKey> keyOf,
            Function<List<P>, EntryProcessor<JobKey, Job, R>> operation) {
        return pauses.steadily(() -> runOnce(parts, keyOf, operation));
    }

    /** Changes one job; must bear a repeat. */
    <R> R run(JobKey key, EntryProcessor<JobKey, Job, R> operation) {
        return pauses.steadily(() -> GridCalls.repeatable(() -> jobs.executeOnKey(key, operation)));
    }

    /** Whether this member stood still since then for so long that others may have its jobs. */
    boolean mayHaveLostSince(long nanos) {
        return pauses.hasPausedSince(nanos);
    }

    private <P, R> Map<JobKey, R> runOnce(
            Collection<P> parts,
            Function<P, JobKey> keyOf,
            Function<List<P>, EntryProcessor<JobKey, Job, R>> operation) {
        List<CompletionStage<Map<JobKey, R>>> answers = new ArrayList<>();
        List<Set<JobKey>> keys = new ArrayList<>();
        List<EntryProcessor<JobKey, Job, R>> operations = new ArrayList<>();
        for (List<P> group : byPartition(parts, keyOf)) {
            group.sort(Comparator.comparing(part -> keyOf.apply(part).id()));
            EntryProcessor<JobKey, Job, R> processor = operation.apply(group);
            Set<JobKey> own = new HashSet<>();
            group.forEach(part -> own.add(keyOf.apply(part)));
            answers.add(jobs.submitToKeys(own, processor));
            keys.add(own);
            operations.add(processor);
        }
        Map<JobKey, R> all = new HashMap<>();
        for (int index = 0; index < answers.size(); index++) {
            all.putAll(await(answers.get(index), keys.get(index), operations.get(index)));
        }
        return all;
    }

    private <R> Map<JobKey, R> await(
            CompletionStage<Map<JobKey, R>> answer, Set<JobKey> keys, EntryProcessor<JobKey, Job, R> operation) {
        try {
            return answer.toCompletableFuture().join();
        } catch (RuntimeException failure) {
            if (!GridCalls.isTransient(failure)) {
                throw failure;
            }
            return GridCalls.repeatable(() -> jobs.executeOnKeys(keys, operation));
        }
    }

    private <P> Collection<List<P>> byPartition(Collection<P> parts, Function<P, JobKey> keyOf) {
        Map<Long, List<P>> byAffinity = new HashMap<>();
        parts.forEach(part -> byAffinity
                .computeIfAbsent(keyOf.apply(part).affinity(), _ -> new ArrayList<>())
                .add(part));
        if (byAffinity.size() < 2) {
            return byAffinity.values();
        }
        Map<Integer, List<P>> byPartition = new HashMap<>();
        byAffinity.forEach((affinity, group) -> byPartition
                .computeIfAbsent(
                        grid.getPartitionService().getPartition(affinity).getPartitionId(), _ -> new ArrayList<>())
                .addAll(group));
        return byPartition.values();
    }
}
