package org.csrgrid.mapstore;

import static java.util.Map.entry;

import com.hazelcast.map.MapLoader;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.csrgrid.domain.audit.AuditHead;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.mapstore.analytics.CampaignStatisticsDao;
import org.csrgrid.mapstore.analytics.WidgetDao;
import org.csrgrid.mapstore.audit.AuditDao;
import org.csrgrid.mapstore.audit.AuditLog;
import org.csrgrid.mapstore.audit.AuditSealing;
import org.csrgrid.mapstore.campaign.CampaignDao;
import org.csrgrid.mapstore.campaign.CampaignMapStore;
import org.csrgrid.mapstore.campaign.TotalsDao;
import org.csrgrid.mapstore.campaign.TotalsMapStore;
import org.csrgrid.mapstore.creation.CreationDao;
import org.csrgrid.mapstore.creation.CreationMapStore;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.donation.DonationDao;
import org.csrgrid.mapstore.donation.DonationMapStore;
import org.csrgrid.mapstore.job.BatchDao;
import org.csrgrid.mapstore.job.BatchMapStore;
import org.csrgrid.mapstore.job.JobChannelMapStore;
import org.csrgrid.mapstore.job.JobDao;
import org.csrgrid.mapstore.job.JobLog;
import org.csrgrid.mapstore.job.JobMapStore;
import org.csrgrid.mapstore.job.JobSearch;
import org.csrgrid.mapstore.job.schedule.ScheduleDao;
import org.csrgrid.mapstore.job.schedule.ScheduleMapStore;
import org.csrgrid.mapstore.ledger.LedgerDao;
import org.csrgrid.mapstore.ledger.LedgerMapStore;
import org.csrgrid.mapstore.match.AllowanceDao;
import org.csrgrid.mapstore.match.AllowanceMapLoader;
import org.csrgrid.mapstore.match.MatchProgrammeDao;
import org.csrgrid.mapstore.match.MatchProgrammeMapStore;
import org.csrgrid.mapstore.money.ExchangeRateDao;
import org.csrgrid.mapstore.money.ExchangeRateMapStore;
import org.csrgrid.mapstore.organization.OrganizationDao;
import org.csrgrid.mapstore.organization.OrganizationMapStore;
import org.csrgrid.mapstore.payment.PaymentEventDao;
import org.csrgrid.mapstore.payment.PaymentInboxMapStore;
import org.csrgrid.mapstore.retention.ExpiredRows;
import org.csrgrid.mapstore.session.SessionDao;
import org.csrgrid.mapstore.session.SessionMapStore;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.user.UserDao;
import org.csrgrid.mapstore.user.UserMapStore;
import org.csrgrid.mapstore.writebehind.DeadLetters;

/**
 * The stores of all maps and what members read from the database beside them. Usable from the start, also while the
 * database is away. Safe for many threads; closing ends the ledger's, the inbox's, the jobs' and the audit trail's writers, not the database.
 */
public final class MapStores implements AutoCloseable {
    private final LedgerDao ledgerDao;
    private final DonationDao donationDao;
    private final PaymentEventDao paymentEventDao;
    private final JobSearch jobSearch;
    private final BatchDao batchDao;
    private final DeadLetters deadLetters;
    private final LedgerMapStore ledger;
    private final PaymentInboxMapStore inbox;
    private final JobDao jobDao;
    private final JobLog jobLog;
    private final ExpiredRows expiredRows;
    private final CampaignStatisticsDao campaignStatistics;
    private final WidgetDao widgets;
    private final AuditLog auditLog;
    private final Reading reading;
    private final Map<String, MapLoader<?, ?>> stores;

    private MapStores(Database database, MapStoreOptions options, InstantSource clock) {
        ConnectionSource pool = database.pool()::getConnection;
        reading = new Reading(database.jdbi());
        deadLetters = new DeadLetters(pool, clock);
        ledgerDao = new LedgerDao(reading);
        donationDao = new DonationDao(reading);
        paymentEventDao = new PaymentEventDao(reading);
        jobSearch = new JobSearch(reading);
        batchDao = new BatchDao(reading);
        ledger = new LedgerMapStore(options.ledger(), database::connectDirectly, ledgerDao);
        inbox = new PaymentInboxMapStore(options.inbox(), database::connectDirectly, paymentEventDao);
        jobDao = new JobDao(reading);
        expiredRows = new ExpiredRows(reading);
        campaignStatistics = new CampaignStatisticsDao(reading);
        widgets = new WidgetDao(reading);
        auditLog = new AuditLog(database::connectDirectly);
        jobLog = new JobLog(options.jobs(), database::connectDirectly, pool);
        CampaignDao campaigns = new CampaignDao(reading);
        stores = Map.ofEntries(
                entry(GridMaps.LEDGER, ledger),
                entry(GridMaps.PAYMENT_INBOX, inbox),
                entry(
                        GridMaps.DONATIONS,
                        new DonationMapStore(GridMaps.DONATIONS, pool, deadLetters, donationDao, ledgerDao)),
                entry(GridMaps.CREATIONS, new CreationMapStore(pool, new CreationDao(reading))),
                entry(GridMaps.CAMPAIGNS, new CampaignMapStore(pool, campaigns)),
                entry(
                        GridMaps.CAMPAIGN_TOTALS,
                        new TotalsMapStore(
                                GridMaps.CAMPAIGN_TOTALS, pool, deadLetters, new TotalsDao(reading), campaigns)),
                entry(GridMaps.MATCH_PROGRAMMES, new MatchProgrammeMapStore(pool, new MatchProgrammeDao(reading))),
                entry(GridMaps.MATCH_ALLOWANCES, new AllowanceMapLoader(new AllowanceDao(reading))),
                entry(GridMaps.JOBS, new JobMapStore(GridMaps.JOBS, pool, deadLetters, options.durable())),
                entry(GridMaps.JOB_BATCHES, new BatchMapStore(GridMaps.JOB_BATCHES, pool, deadLetters, batchDao)),
                entry(GridMaps.JOB_SCHEDULES, new ScheduleMapStore(pool, new ScheduleDao(reading))),
                entry(GridMaps.JOB_CHANNELS, new JobChannelMapStore(pool, reading)),
                entry(GridMaps.SESSIONS, new SessionMapStore(pool, new SessionDao(reading))),
                entry(GridMaps.USERS, new UserMapStore(pool, new UserDao(reading))),
                entry(GridMaps.ORGANIZATIONS, new OrganizationMapStore(pool, new OrganizationDao(reading))),
                entry(GridMaps.EXCHANGE_RATES, new ExchangeRateMapStore(new ExchangeRateDao(reading))));
    }

    /** Starts the writers; the schema must be migrated before the first map is used. */
    public static MapStores open(Database database, MapStoreOptions options, InstantSource clock) {
        return new MapStores(database, options, clock);
    }

    /** The names of the maps that have a store. */
    public Set<String> maps() {
        return stores.keySet();
    }

    /**
     * A map's store, for {@link com.hazelcast.config.MapStoreConfig#setImplementation}.
     *
     * @throws IllegalArgumentException if the map has none
     */
    public MapLoader<?, ?> store(String map) {
        MapLoader<?, ?> store = stores.get(map);
        if (store == null) {
            throw new IllegalArgumentException("map: %s (expected: one of %s)".formatted(map, stores.keySet()));
        }
        return store;
    }

    public LedgerDao ledgerDao() {
        return ledgerDao;
    }

    public DonationDao donationDao() {
        return donationDao;
    }

    public PaymentEventDao paymentEventDao() {
        return paymentEventDao;
    }

    public BatchDao batchDao() {
        return batchDao;
    }

    public JobSearch jobSearch() {
        return jobSearch;
    }

    public JobDao jobDao() {
        return jobDao;
    }

    /** Makes new jobs durable before they are in the map. */
    public JobLog jobLog() {
        return jobLog;
    }

    /** What retention rules no longer keep. */
    public ExpiredRows expiredRows() {
        return expiredRows;
    }

    public CampaignStatisticsDao campaignStatistics() {
        return campaignStatistics;
    }

    public WidgetDao widgets() {
        return widgets;
    }

    /** Makes entries of the audit trail durable. */
    public AuditLog auditLog() {
        return auditLog;
    }

    public AuditDao auditDao() {
        return new AuditDao(reading);
    }

    /** Seals the audit trail with that signer's key. */
    public AuditSealing auditSealing(Function<AuditHead, SignedHead> signer) {
        return new AuditSealing(reading, signer);
    }

    /** Rows the write-behind stores could not store. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** The ledger's store, for its counters. */
    public LedgerMapStore ledger() {
        return ledger;
    }

    /** The inbox's store, for its counters. */
    public PaymentInboxMapStore inbox() {
        return inbox;
    }

    /** Commits what the ledger's, the inbox's and the jobs' callers wait for, then refuses more. */
    @Override
    public void close() {
        ledger.close();
        inbox.close();
        jobLog.close();
        auditLog.close();
    }
}
