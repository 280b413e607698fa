package org.csrgrid.grid.audit;

import org.csrgrid.domain.audit.AuditEntry;

/** @param position place in the chain, or 0 if it is not sealed yet */
public record ListedEntry(AuditEntry entry, long position) {}
