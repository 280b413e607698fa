package org.csrgrid.gridnode.cluster;

import com.hazelcast.core.ManagedContext;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.csrgrid.grid.cluster.MemberCall;

/** Puts a member's implementations in place of the {@link MemberCall} records that arrive. Safe for use by many threads. */
public final class MemberCallContext implements ManagedContext {

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
        Function<Object, Object> implementation = answers.get(object.getClass());
        return implementation == null ? object : (Callable<Object>) () -> implementation.apply(object);
    }
}
