package org.csrgrid.grid.job.directory;

/**
 * What became of a change by filter.
 *
 * @param changed jobs that were changed
 * @param more whether jobs may be left because there were too many; asking again goes on
 */
public record BulkChange(long changed, boolean more) {}
