package org.csrgrid.grid.cluster;

/** Asks a member whether every partition has all its backups, so that one more member may go. */
public record ClusterSafe() implements MemberCall<Boolean> {}
