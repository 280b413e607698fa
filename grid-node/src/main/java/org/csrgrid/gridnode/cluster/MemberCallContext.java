package org.csrgrid.gridnode.cluster;

import com.hazelcast.core.ManagedContext;
import com.hazelcast.spi.exception.RetryableHazelcastException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.csrgrid.grid.cluster.MemberCall;

/** Puts a member's implementations in place of the {@link MemberCall} records that arrive. Safe for use by many threads. */
public final class MemberCallContext implements ManagedContext {

    private static final long PATIENCE_SECONDS = 15;

    private final CountDownLatch complete = new CountDownLatch(1);
    private final Map<Class<?>, Function<Object, Object>> answers = new ConcurrentHashMap<>();

    /** Says who answers a kind of call. */
    @SuppressWarnings("unchecked")
    public <C extends MemberCall<R>, R> void answer(Class<C> call, Function<C, R> implementation) {
        answers.put(call, argument -> implementation.apply((C) argument));
    }

    @Override
    public Object initialize(Object object) {
        if (!(object instanceof MemberCall<?>)) {
            return object;
        }
        return (Callable<Object>) () -> answerTo(object);
    }

    /** Says that every answer is known; calls that came before wait for it, because a member owns data a moment earlier. */
    public void complete() {
        complete.countDown();
    }

    private Object answerTo(Object call) throws InterruptedException {
        if (!complete.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new RetryableHazelcastException("this member is still starting");
        }
        Function<Object, Object> implementation = answers.get(call.getClass());
        if (implementation == null) {
            throw new IllegalStateException(call.getClass().getSimpleName() + " has no implementation on this member");
        }
        return implementation.apply(call);
    }
}
