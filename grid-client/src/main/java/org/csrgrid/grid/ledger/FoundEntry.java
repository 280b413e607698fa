package org.csrgrid.grid.ledger;

import java.util.Optional;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/** The answer to {@link FindByGuard}. */
public record FoundEntry(@Nullable LedgerEntry entry) {

    public Optional<LedgerEntry> asOptional() {
        return Optional.ofNullable(entry);
    }
}
