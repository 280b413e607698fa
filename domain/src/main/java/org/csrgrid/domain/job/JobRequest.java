package org.csrgrid.domain.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done: everything about a job that does not change while it lives.
 *
 * @param name which handler runs it
 * @param payload JSON of the handler's record, or its ciphertext if sensitive
 * @param payloadVersion version of the payload's shape, from 1; a handler refuses newer ones than it knows
 * @param sensitive whether the payload is encrypted at rest and never shown
 * @param organizationId whose share of the workers it takes, 0 for nobody's
 * @param ownerId the user who may look at it, 0 for nobody but administrators
 * @param rateKey what its handler's rate limit is counted by; null if only the handler's own limit counts
 * @param batch its place in a batch, null outside
 * @param next what is enqueued when it has succeeded, one after the other
 * @param keep whether it is remembered when it has succeeded
 */
public record JobRequest(
        String name,
        Channel channel,
        String payload,
        int payloadVersion,
        boolean sensitive,
        long organizationId,
        long ownerId,
        Uniqueness uniqueness,
        @Nullable String rateKey,
        @Nullable BatchPlace batch,
        List<JobRequest> next,
        boolean keep) {

    public static final int NAME_LIMIT = 100;

    public JobRequest {
        requireNonNull(channel, "channel is null");
        requireNonNull(payload, "payload is null");
        requireNonNull(uniqueness, "uniqueness is null");
        next = List.copyOf(next);
        if (name.isBlank() || name.length() > NAME_LIMIT) {
            throw new IllegalArgumentException(
                    "name: %d characters (expected: 1..%d)".formatted(name.length(), NAME_LIMIT));
        }
        if (payloadVersion < 1) {
            throw new IllegalArgumentException("payloadVersion: %d (expected: >= 1)".formatted(payloadVersion));
        }
    }

    /** A plain request: nobody's, joined until it is done, remembered when it has succeeded. */
    public static JobRequest of(String name, Channel channel, String payload) {
        return new JobRequest(
                name, channel, payload, 1, false, 0, 0, Uniqueness.UNTIL_DONE, null, null, List.of(), true);
    }

    /** The same with something changed. */
    public JobRequestBuilder with() {
        return new JobRequestBuilder(this);
    }
}
