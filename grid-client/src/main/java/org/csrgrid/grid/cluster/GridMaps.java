package org.csrgrid.grid.cluster;

/** The names of the distributed structures. What each holds and how it is stored: docs/architecture.md. */
public final class GridMaps {

    public static final String CAMPAIGNS = "campaigns";
    public static final String CAMPAIGN_TOTALS = "campaign-totals";
    public static final String CREATIONS = "creations";
    public static final String DONATIONS = "donations";
    public static final String LEDGER = "ledger";
    public static final String PAYMENT_INBOX = "payment-inbox";
    public static final String MATCH_PROGRAMMES = "match-programmes";
    public static final String MATCH_ALLOWANCES = "match-allowances";

    /** Campaign id to the highest mark its organizer was told of; only spares asking, the jobs decide. */
    public static final String TOLD_MILESTONES = "told-milestones";

    /** What the jobs' monitor remembers from one look to the next. */
    public static final String JOB_MONITOR = "job-monitor";

    public static final String JOBS = "jobs";
    public static final String JOB_CHANNELS = "job-channels";
    public static final String JOB_SCHEDULES = "job-schedules";
    public static final String JOB_BATCHES = "job-batches";
    public static final String JOB_RATES = "job-rates";

    /** Token buckets of callers of the API. */
    public static final String REQUEST_RATES = "request-rates";

    public static final String SESSIONS = "sessions";

    /** What was mailed to people who register or forgot their password, by hash. */
    public static final String ACCOUNT_TOKENS = "account-tokens";

    public static final String LOCKS = "locks";
    public static final String USERS = "users";
    public static final String ORGANIZATIONS = "organizations";
    public static final String EXCHANGE_RATES = "exchange-rates";

    /** Prefix of the queues of job signals; see {@link org.csrgrid.grid.job.JobSignals}. */
    public static final String JOB_SIGNALS = "job-signals.";

    /** The executor that answers {@link MemberCall}s. */
    public static final String CALLS = "calls";

    public static final String IDS = "ids";

    private GridMaps() {}
}
