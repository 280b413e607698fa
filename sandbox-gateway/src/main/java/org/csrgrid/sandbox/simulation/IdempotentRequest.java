package org.csrgrid.sandbox.simulation;

import java.util.Objects;

/**
 * A request that the client may repeat and that must take effect once.
 *
 * @param operation method and path; the same key on another path is another request
 * @param key the client's Idempotency-Key
 * @param fingerprint hash of the body, to tell a repeat from a mistake
 */
public record IdempotentRequest(String operation, String key, String fingerprint) {
    public IdempotentRequest {
        Objects.requireNonNull(operation, "operation is null");
        Objects.requireNonNull(key, "key is null");
        Objects.requireNonNull(fingerprint, "fingerprint is null");
    }

    String identity() {
        return operation + ' ' + key;
    }
}
