package org.csrgrid.gridnode.job;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.job.AddJobs;
import org.csrgrid.grid.job.EnqueueJobs;
import org.csrgrid.grid.job.Enqueued;
import org.csrgrid.grid.job.EnqueuedJobs;
import org.csrgrid.grid.job.FoundJob;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.JobReceiver;
import org.csrgrid.grid.job.RestoreJobs;
import org.csrgrid.grid.job.ReviveJob;
import org.csrgrid.grid.job.ReviveStoredJob;
import org.csrgrid.mapstore.commit.PoisonRowException;
import org.csrgrid.mapstore.job.JobDao;
import org.csrgrid.mapstore.job.JobLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in jobs of this member's partitions.
 *
 * <ol>
 *   <li>Those of durable channels are inserted into the database, all of a call in one commit shared with other calls. If the process dies after this, the
 *       look for orphans finds rows that are in no map and puts them back.
 *   <li>A job whose id has a row already is the exception: the row is put back into the map unless the map has the job, so that the newcomer meets it there.
 *   <li>One operation per partition adds the jobs to the map, or lets them meet those of their ids.
 *   <li>What a meeting changed in a durable channel is written to its row before the caller is told.
 *   <li>The workers hear of what was added.
 * </ol>
 *
 * A repeat is harmless at every step. Safe for use by many threads.
 */
public final class JobDesk implements JobReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(JobDesk.class);

    private final JobPartitions partitions;
    private final JobLog log;
    private final JobDao dao;
    private final Set<Channel> durable;
    private final Clock clock;
    private volatile Consumer<List<Job>> workers = _ -> {};

    public JobDesk(JobPartitions partitions, JobLog log, JobDao dao, Set<Channel> durable, Clock clock) {
        this.partitions = partitions;
        this.log = log;
        this.dao = dao;
        this.durable = Set.copyOf(durable);
        this.clock = clock;
    }

    /** Says who runs what is added; until then the first sweep finds it. */
    public void tell(JobWorkers newWorkers) {
        workers = newWorkers::accept;
    }

    @Override
    public EnqueuedJobs receive(EnqueueJobs call) {
        List<List<Job>> rounds = rounds(call.jobs());
        Map<Job, Enqueued> outcomes = new IdentityHashMap<>();
        rounds.forEach(round -> outcomes.putAll(add(round)));
        return new EnqueuedJobs(call.jobs().stream()
                .map(job -> requireNonNull(outcomes.get(job)).ordinal())
                .toList());
    }

    /** Jobs of one id meet one after the other. */
    private static List<List<Job>> rounds(List<Job> jobs) {
        Set<String> ids = HashSet.newHashSet(jobs.size());
        List<Job> first = new ArrayList<>(jobs.size());
        List<Job> rest = new ArrayList<>();
        jobs.forEach(job -> (ids.add(job.id()) ? first : rest).add(job));
        List<List<Job>> rounds = new ArrayList<>();
        rounds.add(first);
        rest.forEach(job -> rounds.add(List.of(job)));
        return rounds;
    }

    private Map<Job, Enqueued> add(List<Job> jobs) {
        Map<Job, Enqueued> outcomes = new IdentityHashMap<>();
        List<Job> lasting =
                jobs.stream().filter(job -> durable.contains(job.channel())).toList();
        Set<String> known = lasting.isEmpty() ? Set.of() : insert(lasting, outcomes);
        if (!known.isEmpty()) {
            restore(dao.byIds(known));
        }
        List<Job> fit = outcomes.isEmpty()
                ? jobs
                : jobs.stream().filter(job -> !outcomes.containsKey(job)).toList();
        Map<JobKey, Long> answers = partitions.run(fit, JobKey::of, AddJobs::new);
        List<Job> fresh = new ArrayList<>(fit.size());
        List<Job> met = new ArrayList<>();
        List<Job> joined = new ArrayList<>();
        List<Job> restored = new ArrayList<>();
        for (Job job : fit) {
            long answer = requireNonNull(answers.get(JobKey.of(job)));
            boolean isKnown = known.contains(job.id());
            outcomes.put(job, answer == AddJobs.ADDED ? Enqueued.ADDED : Enqueued.JOINED);
            if (answer == AddJobs.ADDED && !isKnown) {
                fresh.add(job);
            } else if (answer != AddJobs.JOINED) {
                met.add(job);
            } else if (isKnown) {
                restored.add(job);
            } else if (durable.contains(job.channel())) {
                joined.add(job);
            }
        }
        settle(met, joined);
        if (!restored.isEmpty()) {
            workers.accept(List.copyOf(present(restored)));
        }
        workers.accept(fresh);
        return outcomes;
    }

    private Set<String> insert(List<Job> jobs, Map<Job, Enqueued> outcomes) {
        try {
            return log.insert(jobs);
        } catch (PoisonRowException oneOfThem) {
            Set<String> known = new HashSet<>();
            for (Job job : jobs) {
                try {
                    known.addAll(log.insert(List.of(job)));
                } catch (PoisonRowException unfit) {
                    LOG.warn("Job {} is refused: {}", job.id(), unfit.getMessage());
                    outcomes.put(job, Enqueued.UNFIT);
                }
            }
            return known;
        }
    }

    /** Makes the rows of durable jobs what the map says, where a newcomer met one that was there. */
    private void settle(List<Job> met, List<Job> joined) {
        if (!joined.isEmpty()) {
            // The row was the newcomer's, and the job it joined is in memory only.
            log.remove(joined.stream().map(Job::id).toList());
            log.put(present(joined));
        }
        if (!met.isEmpty()) {
            Collection<Job> present = present(met);
            List<Job> lasting = present.stream()
                    .filter(job -> durable.contains(job.channel()))
                    .toList();
            if (!lasting.isEmpty()) {
                log.put(lasting);
            }
            workers.accept(List.copyOf(present));
        }
    }

    private Collection<Job> present(List<Job> jobs) {
        Set<JobKey> keys = jobs.stream().map(JobKey::of).collect(Collectors.toSet());
        return GridCalls.repeatable(() -> partitions.map().getAll(keys)).values();
    }

    /** Puts jobs back that the map does not have. Answers how many. */
    long restore(List<Job> rows) {
        return partitions.run(rows, JobKey::of, group -> new RestoreJobs(group, clock.instant())).values().stream()
                .filter(Boolean::booleanValue)
                .count();
    }

    /** Gives a job that is over a second life, from its row if memory has forgotten it. */
    public FoundJob revive(ReviveStoredJob call) {
        JobKey key = call.job();
        Job job = partitions.run(key, new ReviveJob(call.now()));
        if (job == null) {
            Optional<Job> row = dao.byIds(List.of(key.id())).stream().findFirst();
            if (row.isEmpty() || !JobKey.of(row.get()).equals(key)) {
                return new FoundJob(null);
            }
            restore(List.of(row.get()));
            job = partitions.run(key, new ReviveJob(call.now()));
        }
        if (job != null) {
            if (durable.contains(job.channel())) {
                log.put(List.of(job));
            }
            workers.accept(List.of(job));
        }
        return new FoundJob(job);
    }
}
