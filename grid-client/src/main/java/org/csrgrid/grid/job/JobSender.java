package org.csrgrid.grid.job;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.ExecutionCallback;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.IExecutorService;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Carries jobs to the members that own their partitions. What callers hand over while a member answers goes to it together in the next call, so that callers
 * share calls, commits and operations. Never blocks; safe for use by many threads.
 */
final class JobSender {

    private static final int LARGEST_CALL = 1_000;
    private static final int CALLS_UNDER_WAY = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Executor IN_A_MOMENT = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    private final HazelcastInstance grid;
    private final IExecutorService executor;
    private final @Nullable JobReceiver local;
    private final Map<UUID, Post> posts = new ConcurrentHashMap<>();
    private final AtomicLong lane = new AtomicLong(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));

    /** A job on its way and who waits for the answer. */
    private record Letter(Job job, long deadlineNanos, CompletableFuture<Enqueued> answer) {}

    /** @param local answers in this process, where this process is the owner; null in clients */
    JobSender(HazelcastInstance grid, @Nullable JobReceiver local) {
        this.grid = grid;
        this.local = local;
        executor = grid.getExecutorService(GridMaps.CALLS);
    }

    /** An affinity for jobs that are about nothing in particular: the same for those that travel together. */
    long lane() {
        return lane.get();
    }

    CompletableFuture<Enqueued> send(Job job) {
        var letter = new Letter(job, System.nanoTime() + PATIENCE.toNanos(), new CompletableFuture<>());
        send(letter);
        return letter.answer;
    }

    private void send(Letter letter) {
        try {
            post(letter.job).add(letter);
        } catch (RuntimeException failure) {
            failed(letter, failure);
        }
    }

    private Post post(Job job) {
        Member owner = grid.getPartitionService().getPartition(job.affinity()).getOwner();
        Member to = owner == null ? grid.getCluster().getMembers().iterator().next() : owner;
        Post post = posts.get(to.getUuid());
        return post == null ? posts.computeIfAbsent(to.getUuid(), _ -> new Post(to)) : post;
    }

    private void failed(Letter letter, Throwable failure) {
        if (GridCalls.isCausedBy(failure, DatabaseUnavailableException.class)) {
            letter.answer.completeExceptionally(new GridUnavailableException("the database does not answer", failure));
        } else if (GridCalls.isCausedBy(failure, SplitBrainProtectionException.class)) {
            letter.answer.completeExceptionally(new GridUnavailableException("the cluster has no majority", failure));
        } else if (!GridCalls.isTransient(failure)) {
            letter.answer.completeExceptionally(failure);
        } else if (System.nanoTime() > letter.deadlineNanos) {
            letter.answer.completeExceptionally(new GridUnavailableException("the grid does not answer", failure));
        } else {
            IN_A_MOMENT.execute(() -> send(letter));
        }
    }

    /** What goes to one member. */
    private final class Post {

        private final Member to;
        private final Queue<Letter> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicInteger underWay = new AtomicInteger();

        private Post(Member to) {
            this.to = to;
        }

        void add(Letter letter) {
            waiting.add(letter);
            dispatch();
        }

        private void dispatch() {
            while (!waiting.isEmpty()) {
                int calls = underWay.get();
                if (calls >= CALLS_UNDER_WAY) {
                    return;
                }
                if (underWay.compareAndSet(calls, calls + 1)) {
                    List<Letter> batch = take();
                    if (batch.isEmpty()) {
                        underWay.decrementAndGet();
                    } else {
                        call(batch);
                    }
                }
            }
        }

        private List<Letter> take() {
            List<Letter> batch = new ArrayList<>();
            for (Letter letter = waiting.poll(); letter != null; letter = waiting.poll()) {
                batch.add(letter);
                if (batch.size() == LARGEST_CALL) {
                    break;
                }
            }
            lane.incrementAndGet();
            return batch;
        }

        private void call(List<Letter> batch) {
            var call = new EnqueueJobs(batch.stream().map(Letter::job).toList());
            try {
                if (local != null && to.localMember()) {
                    Thread.ofVirtual().name("job-post").start(() -> answerHere(local, call, batch));
                } else {
                    executor.submitToMember(call, to, new Answer(batch));
                }
            } catch (RuntimeException failure) {
                over(batch, failure);
            }
        }

        private void answerHere(JobReceiver receiver, EnqueueJobs call, List<Letter> batch) {
            EnqueuedJobs answer;
            try {
                answer = receiver.receive(call);
            } catch (RuntimeException failure) {
                over(batch, failure);
                return;
            }
            over(batch, answer);
        }

        private void over(List<Letter> batch, EnqueuedJobs answer) {
            underWay.decrementAndGet();
            dispatch();
            for (int index = 0; index < batch.size(); index++) {
                batch.get(index)
                        .answer
                        .complete(Enqueued.values()[answer.outcomes().get(index)]);
            }
        }

        private void over(List<Letter> batch, Throwable failure) {
            underWay.decrementAndGet();
            batch.forEach(letter -> failed(letter, failure));
            dispatch();
        }

        private final class Answer implements ExecutionCallback<EnqueuedJobs> {

            private final List<Letter> batch;

            private Answer(List<Letter> batch) {
                this.batch = batch;
            }

            @Override
            public void onResponse(EnqueuedJobs answer) {
                over(batch, answer);
            }

            @Override
            public void onFailure(Throwable failure) {
                over(batch, failure);
            }
        }
    }
}
