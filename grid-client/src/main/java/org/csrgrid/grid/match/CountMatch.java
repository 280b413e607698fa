package org.csrgrid.grid.match;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import java.util.Objects;
import org.csrgrid.domain.match.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * Takes a written match entry into a cap. Atomic over the cap; a repeat is harmless until {@link ForgetMatches}.
 *
 * @param signedAmount positive for a match, negative for a reversal, in the cap's currency
 */
public record CountMatch(long donationId, long entryId, long signedAmount)
        implements EntryProcessor<AllowanceKey, Allowance, @Nullable Void> {

    @Override
    public @Nullable Void process(Map.Entry<AllowanceKey, Allowance> entry) {
        Allowance allowance = Objects.requireNonNullElse(entry.getValue(), Allowance.NONE);
        entry.setValue(allowance.count(donationId, entryId, signedAmount));
        return null;
    }
}
