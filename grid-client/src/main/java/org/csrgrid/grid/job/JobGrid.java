package org.csrgrid.grid.job;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobLease;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.cluster.MemberCalls;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands work to the members and changes what waits or runs. Callers that come at the same time share calls and commits. Every method throws {@link
 * GridUnavailableException} when the grid or, where it is needed, the database does not answer. Safe for use by many threads.
 */
public final class JobGrid {

    private static final Logger LOG = LoggerFactory.getLogger(JobGrid.class);
    private static final long TIMEOUT_SECONDS = 40;
    private static final int RADIX = 36;

    private final HazelcastInstance grid;
    private final IMap<JobKey, Job> jobs;
    private final MemberCalls calls;
    private final JobCipher cipher;
    private final JobSender sender;
    private final AtomicLong created = new AtomicLong();
    private final String process =
            Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), RADIX);

    /** For clients, and for members that hand everything over to the owners by calls. */
    public JobGrid(HazelcastInstance grid, JobCipher cipher) {
        this(grid, cipher, null);
    }

    private JobGrid(HazelcastInstance grid, JobCipher cipher, @Nullable JobReceiver local) {
        this.grid = grid;
        this.cipher = cipher;
        jobs = grid.getMap(GridMaps.JOBS);
        calls = new MemberCalls(grid);
        sender = new JobSender(grid, local);
    }

    /** For a member that takes in its own share itself. */
    public static JobGrid ofMember(HazelcastInstance grid, JobCipher cipher, JobReceiver local) {
        return new JobGrid(grid, cipher, local);
    }

    /** A job that is about nothing in particular, under an id of its own, to be run at once. Not enqueued yet. */
    public Job fresh(JobRequest request, Instant now) {
        return Job.ready(
                process + "-" + Long.toString(created.incrementAndGet(), RADIX), sender.lane(), request, now, now);
    }

    /** An affinity for a job that is about nothing in particular; jobs that draw it at about the same time travel and are stored together. */
    public long lane() {
        return sender.lane();
    }

    /**
     * Adds a job, or lets it meet the one of its id as its uniqueness says. Returns when that is durable if the channel is, or else safe on the backups. A
     * repeat is harmless.
     *
     * @throws UnfitJobException if the database cannot hold it
     */
    public Enqueued enqueue(Job job) {
        return await(submit(job), job);
    }

    /** As {@link #enqueue} for each, in one go; the answers are in the order of the jobs. If it throws, some may be enqueued: a repeat is harmless. */
    public List<Enqueued> enqueueAll(List<Job> several) {
        List<CompletableFuture<Enqueued>> answers =
                several.stream().map(this::submit).toList();
        List<Enqueued> outcomes = new ArrayList<>(several.size());
        for (int index = 0; index < answers.size(); index++) {
            outcomes.add(await(answers.get(index), several.get(index)));
        }
        return outcomes;
    }

    /** As {@link #enqueue} without waiting. The future fails as {@link #enqueue} does; nothing that blocks may hang on it. */
    public CompletableFuture<Enqueued> submit(Job job) {
        return sender.send(cipher.sealed(job));
    }

    /**
     * Adds a job in the background whose cause is durable elsewhere, so that recovery enqueues it again if it gets lost on the way. Never fails.
     */
    public void enqueueRecoverable(Job job) {
        submit(job)
                .whenCompleteAsync(
                        (_, failure) -> {
                            if (failure != null) {
                                LOG.warn("Job {} is left to recovery: {}", job.id(), failure.toString());
                            }
                        },
                        Runnable::run);
    }

    /** The job if it is not over, or was over a moment ago. */
    public Optional<Job> find(JobKey key) {
        return Optional.ofNullable(GridCalls.repeatable(() -> jobs.get(key)));
    }

    /** Ends a waiting job, and has a running one interrupted wherever it runs. Answers the job as it is now; empty if it is over for long or never was. */
    public Optional<Job> cancel(JobKey key, Instant now) {
        Job job = GridCalls.repeatable(() -> jobs.executeOnKey(key, new CancelJob(now)));
        JobLease lease = job == null ? null : job.lease();
        if (job != null && job.state() == JobState.RUNNING && lease != null) {
            worker(lease).ifPresent(member -> calls.member(member, new InterruptJob(key, lease.token())));
        }
        return Optional.ofNullable(job);
    }

    private Optional<Member> worker(JobLease lease) {
        return grid.getCluster().getMembers().stream()
                .filter(member -> member.getUuid().toString().equals(lease.worker()))
                .findFirst();
    }

    /** Gives a job that is over a second life with all its tries. Answers the job as it is now; empty if nobody remembers it. A repeat is harmless. */
    public Optional<Job> revive(JobKey key, Instant now) {
        return calls.ownerOf(key, new ReviveStoredJob(key, now)).asOptional();
    }

    private static Enqueued await(CompletableFuture<Enqueued> answer, Job job) {
        try {
            Enqueued outcome = answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (outcome == Enqueued.UNFIT) {
                throw new UnfitJobException(job.id());
            }
            return outcome;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(failure.getCause());
        } catch (TimeoutException slow) {
            throw new GridUnavailableException("a member did not answer in time", slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GridUnavailableException("interrupted while waiting for a member", interrupted);
        }
    }
}
