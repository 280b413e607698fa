package org.csrgrid.grid.cluster;

/** Asks a member how many of its changes are not in the database yet. */
public record DirtyEntries() implements MemberCall<Long> {}
