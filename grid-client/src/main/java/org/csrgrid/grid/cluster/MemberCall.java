package org.csrgrid.grid.cluster;

import java.io.Serializable;
import java.util.concurrent.Callable;

/**
 * A question a member answers, sent as a record. The record only carries the arguments; a member replaces it with its own implementation when it
 * arrives, so callers need none of what answering takes.
 */
public interface MemberCall<R> extends Callable<R>, Serializable {

    @Override
    default R call() {
        throw new IllegalStateException(
                getClass().getSimpleName() + " has no implementation on this member (expected: a grid node)");
    }
}
