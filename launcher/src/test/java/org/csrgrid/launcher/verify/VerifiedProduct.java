package org.csrgrid.launcher.verify;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.csrgrid.config.grid.ClientSetup;
import org.csrgrid.config.grid.MemberSetup;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.cluster.DirtyEntries;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.ledger.LedgerGrid;
import org.csrgrid.grid.match.MatchGrid;
import org.csrgrid.grid.match.ProgrammeKey;
import org.csrgrid.grid.money.RateGrid;
import org.csrgrid.grid.wire.WireTypes;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.gridnode.cluster.MemberMaps;
import org.csrgrid.gridnode.cluster.PauseWatch;
import org.csrgrid.gridnode.cluster.WriteBehindDrain;
import org.csrgrid.gridnode.donation.Counting;
import org.csrgrid.gridnode.donation.DonationLeases;
import org.csrgrid.gridnode.donation.Forgetting;
import org.csrgrid.gridnode.donation.Settlement;
import org.csrgrid.gridnode.donation.SettlementListener;
import org.csrgrid.gridnode.match.MatchGranting;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.EmbeddedDatabase;
import org.csrgrid.mapstore.database.EmbeddedOptions;
import org.csrgrid.mapstore.database.Migrations;
import org.csrgrid.sandbox.SandboxGateway;
import org.csrgrid.sandbox.SandboxGatewayOptions;

/**
 * A real MariaDB, a real member with its stores, a real sandbox gateway and a client. Nothing works in the background: no jobs, no recovery, and what is
 * written behind waits for {@link #flush}, so that a planted drift stays as it was planted.
 */
final class VerifiedProduct implements AutoCloseable {

    static final long ORGANIZATION = 7;
    static final long PROGRAMME = 70;
    static final String API_KEY = "test-key";

    private static final List<String> TABLES =
            List.of("ledger", "donation", "campaign", "campaign_totals", "match_programme");

    private final Path folder;
    private final EmbeddedDatabase server;
    private final Database database;
    private final MapStores stores;
    private final SandboxGateway gateway = SandboxGateway.start(SandboxGatewayOptions.of(API_KEY, "test-secret"));
    private final HazelcastInstance member;
    private final HazelcastInstance client;
    private final Map<String, String> settings = new HashMap<>();
    private final Forgetting forgetting;
    private final PauseWatch pauses;
    private final Settlement settlement;
    private final GridIds ids;
    private final Pledges pledges;

    VerifiedProduct() throws IOException {
        folder = Files.createTempDirectory("csr-verify-");
        server = EmbeddedDatabase.start(EmbeddedOptions.in(folder).withBufferPoolMegabytes(64));
        database = Database.open(server.databaseOptions());
        Migrations.migrate(database);
        stores = MapStores.open(database, MapStoreOptions.DEFAULTS, InstantSource.system());
        settings.putAll(Map.of(
                "grid.cluster-name",
                "verify-" + UUID.randomUUID(),
                "grid.port",
                "0",
                "database.url",
                server.jdbcUrl(),
                "database.user",
                server.user(),
                "database.password",
                server.password(),
                "database.write-delay",
                "60s",
                "payments.sandbox-url",
                gateway.uri().toString(),
                "payments.sandbox-api-key",
                API_KEY));
        member = Hazelcast.newHazelcastInstance(configuration(SettingsLoader.defaultsWith(settings)));
        settings.put(
                "grid.join",
                "127.0.0.1:" + member.getCluster().getLocalMember().getAddress().getPort());
        Settings complete = SettingsLoader.defaultsWith(settings);
        ClientConfig clientConfig = ClientSetup.base(complete.grid());
        WireTypes.register(clientConfig.getSerializationConfig().getCompactSerializationConfig());
        client = ClientSetup.connect(complete.grid(), clientConfig);
        ids = new GridIds(member);
        pledges = new Pledges(ids::next);
        MatchGrid caps = new MatchGrid(member);
        Counting counting = new Counting(member, caps);
        forgetting = new Forgetting(
                counting, stores.donationDao(), complete.database().writeDelay());
        pauses = PauseWatch.start(member);
        settlement = new Settlement(
                new DonationLeases(member, pauses),
                new LedgerGrid(member),
                stores.ledgerDao(),
                stores.donationDao(),
                new MatchGranting(new CampaignGrid(member), caps, new RateGrid(member)),
                counting,
                forgetting,
                ids,
                SettlementListener.NOBODY,
                Clock.systemUTC());
    }

    private Config configuration(Settings complete) {
        Config config = MemberSetup.base(complete.grid());
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        MemberCallContext calls = new MemberCallContext();
        calls.answer(DirtyEntries.class, _ -> WriteBehindDrain.dirty(member()));
        calls.complete();
        config.setManagedContext(calls);
        MemberMaps.addTo(config, complete.grid(), complete.database(), stores);
        return config;
    }

    private HazelcastInstance member() {
        return member;
    }

    /** What a command on another machine would be given. */
    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    HazelcastInstance client() {
        return client;
    }

    SandboxGateway gateway() {
        return gateway;
    }

    Database database() {
        return database;
    }

    <K, V> IMap<K, V> map(String name) {
        return member.getMap(name);
    }

    /** Doubles donations up to 100 euros per employee and 1,000 in all. */
    void programme() {
        int year = Instant.now().atZone(ZoneOffset.UTC).getYear();
        map(GridMaps.MATCH_PROGRAMMES)
                .set(
                        new ProgrammeKey(ORGANIZATION, year),
                        new MatchProgramme(
                                PROGRAMME,
                                ORGANIZATION,
                                year,
                                100,
                                Money.of(10_000, "EUR"),
                                Money.of(100_000, "EUR"),
                                1));
    }

    /** An active campaign in euros. */
    Campaign campaign(Matching matching) {
        long id = ids.next();
        Instant now = Instant.now().minus(Duration.ofDays(1));
        CampaignContent content = new CampaignContent(
                LocalizedText.english("Clean water"),
                LocalizedText.english("Wells for everybody"),
                Money.of(1_000_000, "EUR"),
                "environment",
                Visibility.PUBLIC,
                false,
                0,
                null,
                now,
                now.plus(Duration.ofDays(30)),
                matching);
        Campaign campaign = new Campaign(
                id, ORGANIZATION, 1, "clean-water-" + id, content, CampaignStatus.ACTIVE, null, now, now, 1);
        new CampaignGrid(member).create(campaign);
        return campaign;
    }

    /** Pledges and takes in what the gateway says. */
    Donation donate(Campaign campaign, long donor, Money amount, PaymentSnapshot.Status status) {
        DonationKey key = pledge(campaign, donor, amount);
        return settle(key, pledges.snapshot("pay-" + key.donationId(), key, amount, status));
    }

    DonationKey pledge(Campaign campaign, long donor, Money amount) {
        var entry = pledges.pledge(campaign.id(), donor, amount);
        new LedgerGrid(member).append(entry);
        return DonationKey.of(entry);
    }

    Donation settle(DonationKey key, PaymentSnapshot snapshot) {
        settlement.reconcile(key, snapshot);
        return this.<DonationKey, Donation>map(GridMaps.DONATIONS).get(key);
    }

    Donation refund(Donation donation, long minorUnits) {
        return settle(DonationKey.of(donation), pledges.refunded(donation, minorUnits));
    }

    List<LedgerEntry> entries(long donationId) {
        return stores.ledgerDao().ofDonation(donationId, -1);
    }

    void flush() {
        WriteBehindDrain.drain(member, Duration.ofSeconds(20));
    }

    /** Lets tests change what nothing in the product could, and remembers the tables as they are. */
    void allowPlanting() {
        plant("DROP TRIGGER ledger_never_updated");
        plant("DROP TRIGGER ledger_never_deleted");
        plant("ALTER TABLE ledger DROP INDEX ledger_guard");
        plant("ALTER TABLE ledger DROP CONSTRAINT ledger_rate");
        TABLES.forEach(table -> plant("CREATE TABLE clean_%1$s AS SELECT * FROM %1$s".formatted(table)));
    }

    void plant(String statement) {
        database.jdbi().useHandle(handle -> handle.execute(statement));
    }

    /** Takes back everything planted in the tables. */
    void cleanUp() {
        for (String table : TABLES) {
            plant("DELETE FROM " + table);
            plant("INSERT INTO %1$s SELECT * FROM clean_%1$s".formatted(table));
        }
    }

    VerificationReport verify(VerificationOptions options) {
        return LedgerVerification.run(database.jdbi(), client, options);
    }

    @Override
    public void close() throws IOException {
        forgetting.close();
        pauses.close();
        client.shutdown();
        member.getLifecycleService().terminate();
        gateway.close();
        stores.close();
        database.close();
        server.kill();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
