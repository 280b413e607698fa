package org.csrgrid.grid.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.IExecutorService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends {@link MemberCall}s and waits for the answer. Only for calls whose repeat is harmless. */
public final class MemberCalls {

    private static final long TIMEOUT_SECONDS = 20;

    private final IExecutorService executor;

    public MemberCalls(HazelcastInstance grid) {
        executor = grid.getExecutorService(GridMaps.CALLS);
    }

    /** Answered by whichever member. */
    public <R> R any(MemberCall<R> call) {
        return GridCalls.repeatable(() -> await(executor.submit(call)));
    }

    /** Answered by the member that owns the key, next to its data. */
    public <R> R ownerOf(Object key, MemberCall<R> call) {
        return GridCalls.repeatable(() -> await(executor.submitToKeyOwner(call, key)));
    }

    /** Answered by that member; fails as unavailable if it has left. */
    public <R> R member(Member member, MemberCall<R> call) {
        return GridCalls.repeatable(() -> await(executor.submitToMember(call, member)));
    }

    /** Answered by all members there are; one that leaves before it answers is left out. */
    public <R> List<R> every(MemberCall<R> call) {
        Map<Member, Future<R>> asked = GridCalls.repeatable(() -> executor.submitToAllMembers(call));
        var answers = new ArrayList<R>();
        for (Future<R> answer : asked.values()) {
            try {
                answers.add(await(answer));
            } catch (RuntimeException failure) {
                if (!GridCalls.isTransient(failure)) {
                    throw failure;
                }
            }
        }
        return answers;
    }

    private static <R> R await(Future<R> answer) {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (TimeoutException slow) {
            throw new GridUnavailableException("a member did not answer in time", slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GridUnavailableException("interrupted while waiting for a member", interrupted);
        }
    }
}
