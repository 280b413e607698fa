package org.csrgrid.grid.match;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.match.Allowance;
import org.jspecify.annotations.Nullable;

/** Lets a cap stop remembering entries their donation records as counted. Atomic over the cap; a repeat is harmless. */
public record ForgetMatches(Set<Long> entryIds) implements EntryProcessor<AllowanceKey, Allowance, @Nullable Void> {

    public ForgetMatches {
        entryIds = Set.copyOf(entryIds);
    }

    @Override
    public @Nullable Void process(Map.Entry<AllowanceKey, Allowance> entry) {
        Allowance allowance = entry.getValue();
        if (allowance != null) {
            entry.setValue(allowance.forget(entryIds));
        }
        return null;
    }
}
