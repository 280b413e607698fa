package org.csrgrid.bench.world;

import com.hazelcast.map.MapStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.grid.match.ProgrammeKey;
import org.csrgrid.mapstore.campaign.CampaignDao;
import org.csrgrid.mapstore.campaign.CampaignMapStore;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.match.MatchProgrammeDao;
import org.csrgrid.mapstore.match.MatchProgrammeMapStore;
import org.csrgrid.mapstore.organization.OrganizationDao;
import org.csrgrid.mapstore.organization.OrganizationMapStore;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.user.UserDao;
import org.csrgrid.mapstore.user.UserMapStore;

/** Fills a migrated, empty database before the grid starts. */
final class WorldData {

    private static final long ORGANIZATION = 1;

    private WorldData() {}

    static void insert(Database database, WorldOptions options) {
        var pool = (org.csrgrid.mapstore.database.ConnectionSource) database.pool()::getConnection;
        Reading reading = new Reading(database.jdbi());
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        store(new OrganizationMapStore(pool, new OrganizationDao(reading)), Map.of(ORGANIZATION, organization(now)));
        store(new UserMapStore(pool, new UserDao(reading)), People.of(options.donors(), now));
        store(
                new CampaignMapStore(pool, new CampaignDao(reading)),
                Campaigns.of(options.campaigns(), ORGANIZATION, options.matched(), now));
        if (options.matched()) {
            int year = now.atZone(ZoneOffset.UTC).getYear();
            store(
                    new MatchProgrammeMapStore(pool, new MatchProgrammeDao(reading)),
                    Map.of(new ProgrammeKey(ORGANIZATION, year), programme(year)));
        }
    }

    private static <K, V> void store(MapStore<K, V> store, Map<K, V> values) {
        store.storeAll(values);
    }

    /** Caps small enough to be reached while a fault is on. */
    private static MatchProgramme programme(int year) {
        return new MatchProgramme(1, ORGANIZATION, year, 50, Money.of(2_000_00, "EUR"), Money.of(20_000_00, "EUR"), 1);
    }

    private static Organization organization(Instant now) {
        return new Organization(
                ORGANIZATION,
                "Swimming for All",
                LocalizedText.english("Nobody drowns for want of a lesson."),
                "BENCH-1",
                "BENCH-TAX-1",
                "health",
                "NL",
                "Utrecht",
                null,
                null,
                Organization.Status.ACTIVE,
                now,
                now,
                1);
    }
}
