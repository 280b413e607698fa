package org.csrgrid.domain.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * One sealed batch of entries, and through {@code previous} all before it.
 *
 * @param number 1 for the first, then without gaps
 * @param firstPosition position of the first entry; positions begin at 1 and have no gaps
 * @param entries at least 1
 * @param root Merkle root of the batch, in hexadecimal
 * @param chain last link of the chain, in hexadecimal
 * @param previous {@link #hash()} of the head before, or {@link HashChain#GENESIS}
 */
public record AuditHead(
        long number, long firstPosition, long entries, String root, String chain, String previous, Instant sealedAt) {

    /** The text that is hashed and signed. */
    public String canonical() {
        return CanonicalJson.of(Map.of(
                "number", number,
                "first", firstPosition,
                "entries", entries,
                "root", root,
                "chain", chain,
                "previous", previous,
                "sealedAt", Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt))));
    }

    public String hash() {
        return Sha256.hex(canonical());
    }

    public long lastPosition() {
        return firstPosition + entries - 1;
    }
}
