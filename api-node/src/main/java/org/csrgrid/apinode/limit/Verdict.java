package org.csrgrid.apinode.limit;

import java.time.Duration;

/** Whether a request may go on. */
sealed interface Verdict {

    /**
     * It may.
     *
     * @param remaining requests left, as far as this node knows
     * @param untilFull until all of them are there again
     */
    record Admitted(long remaining, Duration untilFull) implements Verdict {}

    /** @param untilNext until another one may */
    record Refused(Duration untilNext) implements Verdict {}

    /** The grid does not answer. */
    record NotCounted() implements Verdict {}
}
