package org.csrgrid.bench.load;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What is said over one connection, request by request; the next one follows the answer to the last one. Called by one thread at a time. */
public interface Conversation {

    /** The next request with head and body, from its position to its limit; null when there is nothing left to say. */
    @Nullable
    ByteBuffer next();

    /** Takes in the answer, which is valid during this call only; whether it is the one hoped for. */
    boolean hear(Answer answer);

    /** The connection broke before the answer came; the request may have had its effect or not. */
    default void lost() {}
}
