package org.csrgrid.grid.job.directory;

/**
 * What became of a change by filter.
 *
 * @param found jobs that fitted the filter
 * @param changed those that were changed
 * @param more whether jobs may be left because there were too many; asking again goes on
 */
public record BulkChange(long found, long changed, boolean more) {}
