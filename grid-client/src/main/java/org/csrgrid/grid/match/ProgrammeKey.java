package org.csrgrid.grid.match;

/** An organization's matching programme of one calendar year (UTC). */
public record ProgrammeKey(long organizationId, int year) {}
