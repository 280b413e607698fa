package org.csrgrid.domain.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.RememberedIds;

/**
 * How much of one cap is used up: an employee's year, a campaign's matching or a programme's budget. Amounts are minor units of the cap's currency.
 *
 * @param used the fold of the match entries under this cap
 * @param held promised to donations whose match entry is not written yet, by donation id
 * @param recent ids of entries contained in {@code used} that a job may still bring again
 */
public record Allowance(long used, Map<Long, Long> held, Set<Long> recent) {

    public static final Allowance NONE = new Allowance(0, Map.of(), Set.of());

    public Allowance {
        held = Map.copyOf(held);
        recent = RememberedIds.of(recent);
    }

    /** What {@link #hold} may still grant under that limit. A reversal counted before its match does not raise the limit. */
    public long left(long limit) {
        long promised = held.values().stream().mapToLong(Long::longValue).sum();
        return Math.max(0, limit - Math.max(0, used) - promised);
    }

    /** Reserves up to {@code wanted} for a donation. A repeat keeps what the donation already holds. */
    public Allowance hold(long donationId, long wanted, long limit) {
        if (held.containsKey(donationId)) {
            return this;
        }
        long granted = Math.min(wanted, left(limit));
        if (granted <= 0) {
            return this;
        }
        var changed = new HashMap<>(held);
        changed.put(donationId, granted);
        return new Allowance(used, changed, recent);
    }

    public long heldBy(long donationId) {
        return held.getOrDefault(donationId, 0L);
    }

    public Allowance release(long donationId) {
        if (!held.containsKey(donationId)) {
            return this;
        }
        var changed = new HashMap<>(held);
        changed.remove(donationId);
        return new Allowance(used, changed, recent);
    }

    /**
     * Takes a written match entry into account, once however often it is brought, and drops the donation's reservation.
     *
     * @param signedAmount positive for a match, negative for a reversal
     */
    public Allowance count(long donationId, long entryId, long signedAmount) {
        Allowance released = release(donationId);
        if (recent.contains(entryId)) {
            return released;
        }
        return new Allowance(
                Math.addExact(used, signedAmount),
                released.held,
                RememberedIds.of(recent).plus(entryId));
    }

    /** Stops remembering entries whose donation records that they are counted. */
    public Allowance forget(Set<Long> entryIds) {
        return new Allowance(used, held, RememberedIds.of(recent).minusAll(entryIds));
    }
}
