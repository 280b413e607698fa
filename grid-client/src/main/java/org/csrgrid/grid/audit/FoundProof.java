package org.csrgrid.grid.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** @param proof null if there is no such entry or it is not sealed yet */
public record FoundProof(@Nullable InclusionProof proof) {

    public Optional<InclusionProof> asOptional() {
        return Optional.ofNullable(proof);
    }
}
