package org.csrgrid.domain.user;

/** What a role may do beyond what everybody may. */
public enum Permission {
    DONATE,
    /** Write campaigns and run one's own. */
    CREATE_CAMPAIGN,
    /** Run every campaign of one's own organization. */
    RUN_ORGANIZATION,
    RUN_ANY_CAMPAIGN,
    APPROVE_CAMPAIGN,
    SEE_ANY_DONATION,
    REFUND,
    /** See every job, channel and schedule. */
    SEE_ANY_JOB,
    /** Act on every job, channel and schedule, and see what jobs work on. */
    RUN_JOBS,
    /** Sign others out. */
    END_ANY_SESSION,
    /** See the figures of the whole programme. */
    SEE_ANALYTICS,
    /** See what caches do and clear them. */
    RUN_CACHES,
    /** See who did what, and the proof of it. */
    SEE_AUDIT,
    OPERATE
}
