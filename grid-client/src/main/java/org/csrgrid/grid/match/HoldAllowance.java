package org.csrgrid.grid.match;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import java.util.Objects;
import org.csrgrid.domain.match.Allowance;

/**
 * Reserves up to {@code wanted} minor units of a cap for a donation and answers how much it holds. Atomic over the cap; a repeat answers the same.
 *
 * @param limit the cap itself
 */
public record HoldAllowance(long donationId, long wanted, long limit)
        implements EntryProcessor<AllowanceKey, Allowance, Long> {

    @Override
    public Long process(Map.Entry<AllowanceKey, Allowance> entry) {
        Allowance before = Objects.requireNonNullElse(entry.getValue(), Allowance.NONE);
        Allowance after = before.hold(donationId, wanted, limit);
        if (after.heldBy(donationId) > 0) {
            // Also when it was held before: a repeat comes when a backup did not answer, and has to reach it.
            entry.setValue(after);
        }
        return after.heldBy(donationId);
    }
}
