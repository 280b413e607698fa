package org.csrgrid.grid.job.filter;

/** What can be done to many jobs at once. Each leaves alone the jobs it is not for. */
public enum BulkAction {
    /** Dead jobs get a second life with all their tries. */
    RETRY,
    /** Waiting jobs end, running ones are asked to. */
    CANCEL,
    /** Jobs that are over, well or badly, are deleted. */
    FORGET
}
