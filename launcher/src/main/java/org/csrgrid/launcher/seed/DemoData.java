package org.csrgrid.launcher.seed;

import com.hazelcast.map.MapStore;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csrgrid.config.binding.Secret;
import org.csrgrid.config.settings.SecuritySettings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.match.ProgrammeKey;
import org.csrgrid.grid.money.RateGrid;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;

/** Fills an empty database with the demo set, through the stores the grid itself uses. */
public final class DemoData {

    private final MapStores stores;
    private int rows;

    private DemoData(MapStores stores) {
        this.stores = stores;
    }

    /** Whether the database has no organization yet; they are stored last, so a fill that was cut short counts as missing. */
    public static boolean isMissing(Database database) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM organization")
                        .mapTo(Long.class)
                        .one())
                == 0;
    }

    /**
     * Stores the demo set. Must be done before any member starts. A repeat for the same day and password finishes what was cut short.
     *
     * @param today what dates are relative to
     * @param password of every log-in
     * @return how many rows there are now
     */
    public static int insert(Database database, LocalDate today, Secret password) {
        DemoSet set = DemoSet.of(today, hash(password));
        try (MapStores stores = MapStores.open(database, MapStoreOptions.DEFAULTS, Clock.systemUTC())) {
            DemoData data = new DemoData(stores);
            data.store(set);
            return data.rows;
        }
    }

    /** Hashing is slow on purpose, so everybody shares one hash. */
    private static String hash(Secret password) {
        SecuritySettings settings = SettingsLoader.defaultsWith(Map.of()).security();
        Argon2Function function = Argon2Function.getInstance(
                settings.passwordMemory(),
                settings.passwordIterations(),
                settings.passwordParallelism(),
                32,
                Argon2.ID);
        return Password.hash(password.reveal()).addRandomSalt(16).with(function).getResult();
    }

    private void store(DemoSet set) {
        put(GridMaps.EXCHANGE_RATES, set.rates().stream(), rate -> RateGrid.key(rate.from(), rate.to()));
        put(GridMaps.USERS, set.users().stream(), User::id);
        put(
                GridMaps.MATCH_PROGRAMMES,
                set.programmes().stream(),
                programme -> new ProgrammeKey(programme.organizationId(), programme.year()));
        put(GridMaps.CAMPAIGNS, set.campaigns().stream(), Campaign::id);
        append(set.stories().stream().flatMap(story -> story.entries().stream()));
        put(GridMaps.DONATIONS, set.stories().stream().map(DonationStory::end), DonationKey::of);
        put(GridMaps.CAMPAIGN_TOTALS, set.totals().stream(), CampaignTotals::campaignId);
        put(GridMaps.ORGANIZATIONS, set.organizations().stream(), Organization::id);
    }

    @SuppressWarnings("unchecked")
    private <K, V> void put(String map, Stream<V> values, Function<V, K> key) {
        Map<K, V> entries = values.collect(Collectors.toMap(key, Function.identity()));
        ((MapStore<K, V>) stores.store(map)).storeAll(entries);
        rows += entries.size();
    }

    /** The ledger commits what comes at the same time together, so everything comes at the same time. */
    private void append(Stream<LedgerEntry> entries) {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> stored : entries.<Future<?>>map(
                            entry -> callers.submit(() -> stores.ledger().store(entry.id(), entry)))
                    .toList()) {
                finish(stored);
                rows++;
            }
        }
    }

    private static void finish(Future<?> stored) {
        try {
            stored.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the demo set was stored", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the demo set could not be stored", failed.getCause());
        }
    }
}
