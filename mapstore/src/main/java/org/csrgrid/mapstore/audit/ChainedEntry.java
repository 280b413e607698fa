package org.csrgrid.mapstore.audit;

import org.csrgrid.domain.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * One place in the chain.
 *
 * @param link as it is stored, in hexadecimal
 * @param entry its content as it is now; null if it is gone
 */
public record ChainedEntry(long position, AuditSource source, long sourceId, String link, @Nullable AuditEntry entry) {}
