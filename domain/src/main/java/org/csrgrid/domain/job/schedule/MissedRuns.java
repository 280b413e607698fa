package org.csrgrid.domain.job.schedule;

/** What becomes of fire times at which no member was there. One that is late by no more than a minute is not missed. */
public enum MissedRuns {
    /** They are left out. */
    SKIP,
    /** However many there were, one run makes up for them. */
    ONCE,
    /** Each is run, but no more than the latest hundred. */
    ALL
}
