package org.csrgrid.grid.match;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.match.Allowance;
import org.jspecify.annotations.Nullable;

/** Gives a donation's reservation back. Atomic over the cap; a repeat is harmless. */
public record ReleaseAllowance(long donationId) implements EntryProcessor<AllowanceKey, Allowance, @Nullable Void> {

    @Override
    public @Nullable Void process(Map.Entry<AllowanceKey, Allowance> entry) {
        Allowance allowance = entry.getValue();
        if (allowance != null) {
            entry.setValue(allowance.release(donationId));
        }
        return null;
    }
}
