package org.csrgrid.gridnode;

import com.hazelcast.core.HazelcastInstance;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.campaign.CampaignChange;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.campaign.PledgeLimits;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.PledgeOutcome;
import org.csrgrid.grid.donation.PledgeRequest;
import org.csrgrid.grid.donation.Pledging;
import org.csrgrid.grid.job.JobCipher;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.PayloadCipher;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.grid.ledger.LedgerGrid;
import org.csrgrid.grid.match.ProgrammeKey;
import org.csrgrid.grid.money.RateGrid;
import org.csrgrid.grid.payment.PaymentInbox;
import org.csrgrid.gridnode.cluster.Preload;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.csrgrid.mapstore.testing.TestServer;
import org.csrgrid.sandbox.SandboxGateway;
import org.csrgrid.sandbox.SandboxGatewayOptions;

/**
 * Real members on a fresh schema of a real MariaDB, a real sandbox gateway, and in place of the API node a bare webhook receiver. Members may be
 * restarted; what the database and the gateway know stays.
 */
public final class TestGrid implements AutoCloseable {

    private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"(\\d+-\\d+)\"");
    private static final Pattern EVENT = Pattern.compile("\"id\":\"(evt_[^\"]+)\"");

    private static final String PAYLOAD_KEY = "a key of the tests that is long enough";

    private final DatabaseOptions database = TestServer.mariaDb().emptySchema();
    private final HttpServer webhooks;
    private final SandboxGateway gateway;
    private final String cluster = "test-" + UUID.randomUUID();
    private final Map<String, String> overrides = new HashMap<>();
    private final List<GridNode> nodes = new ArrayList<>();

    private TestGrid(int members, Map<String, String> more) {
        try {
            webhooks = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        webhooks.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        webhooks.createContext("/api/v1/payments/webhooks/sandbox", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            try {
                receive(body);
                exchange.sendResponseHeaders(200, -1);
            } catch (RuntimeException unavailable) {
                exchange.sendResponseHeaders(503, -1);
            }
            exchange.close();
        });
        webhooks.start();
        gateway = SandboxGateway.start(SandboxGatewayOptions.of("test-key", "test-secret"));
        overrides.putAll(Map.of(
                "grid.cluster-name",
                cluster,
                "grid.port",
                "0",
                "database.url",
                database.url(),
                "database.user",
                database.user(),
                "database.password",
                database.password(),
                "payments.sandbox-url",
                gateway.uri().toString(),
                "payments.sandbox-api-key",
                "test-key",
                "api.public-url",
                "http://127.0.0.1:" + webhooks.getAddress().getPort(),
                "payments.reconcile-interval",
                "1s"));
        // On a busy machine a first try may fail for want of time; nobody here wants to wait half a minute for the
        // next.
        overrides.put("jobs.channels.payments.backoff", "1s");
        overrides.put("jobs.payload-key", PAYLOAD_KEY);
        overrides.put("security.token-key", PAYLOAD_KEY);
        overrides.putAll(more);
        for (int i = 0; i < members; i++) {
            startMember();
        }
    }

    public static TestGrid start(int members) {
        return new TestGrid(members, Map.of());
    }

    public static TestGrid start(int members, Map<String, String> settings) {
        return new TestGrid(members, settings);
    }

    public GridNode startMember() {
        Map<String, String> own = new HashMap<>(overrides);
        own.put("node.name", "node-" + UUID.randomUUID());
        if (!nodes.isEmpty()) {
            own.put("grid.join", "127.0.0.1:" + nodes.getFirst().port());
        }
        GridNode node = GridNode.start(settings(own));
        nodes.add(node);
        return node;
    }

    private static Settings settings(Map<String, String> values) {
        return SettingsLoader.defaultsWith(values);
    }

    /** Ends every member at once, without any flush, as kill -9 would, and starts one anew on the same database. */
    public void crashAndRestart() {
        nodes.forEach(node -> node.grid().getLifecycleService().terminate());
        nodes.forEach(GridNode::close);
        nodes.clear();
        startMember();
    }

    public HazelcastInstance grid() {
        return nodes.getFirst().grid();
    }

    /** Loads what is held whole as a member does that starts. */
    public void preload() {
        try (Database opened = openDatabase();
                MapStores stores = MapStores.open(opened, MapStoreOptions.DEFAULTS, InstantSource.system())) {
            Preload.run(grid(), stores);
        }
    }

    public SandboxGateway gateway() {
        return gateway;
    }

    public Database openDatabase() {
        return Database.open(database);
    }

    public void receive(String body) {
        DonationKey donation = DonationKey.parse(first(REFERENCE, body)).orElseThrow();
        PaymentEvent event = new PaymentEvent("sandbox", first(EVENT, body), "payment", body, Instant.now());
        new PaymentInbox(grid()).receive(event);
        new JobGrid(grid(), JobCipher.NONE).enqueue(PaymentJobs.processPaymentEvent(event, donation, Instant.now()));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(text);
        }
        return matcher.group(1);
    }

    /** An active campaign in euros, matched at the programme's rate if {@code matched}. */
    public Campaign campaign(boolean matched) {
        long id = new GridIds(grid()).next();
        Instant now = Instant.now();
        CampaignContent content = new CampaignContent(
                LocalizedText.english("Clean water"),
                LocalizedText.english("Wells for everybody"),
                Money.of(1_000_000, "EUR"),
                "environment",
                Visibility.PUBLIC,
                false,
                0,
                null,
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(30)),
                matched ? new Matching(true, 0, 0) : Matching.OFF);
        CampaignGrid campaigns = new CampaignGrid(grid());
        Campaign draft = Campaign.draft(id, 7, 1, "clean-water-" + id, content, now);
        campaigns.create(draft);
        campaigns.change(id, 1, new CampaignAction.Submit(), now);
        return ((CampaignChange.Changed) campaigns.change(id, 2, new CampaignAction.Approve(2), now)).campaign();
    }

    /** This year's programme of the campaigns' organization. */
    public void programme(int ratePercent, long capPerEmployee, long budget) {
        int year = java.time.LocalDate.now(java.time.ZoneOffset.UTC).getYear();
        grid().getMap(GridMaps.MATCH_PROGRAMMES)
                .set(
                        new ProgrammeKey(7, year),
                        new MatchProgramme(
                                70, 7, year, ratePercent, Money.of(capPerEmployee, "EUR"), Money.of(budget, "EUR"), 1));
    }

    public Pledging pledging() {
        return new Pledging(
                new CampaignGrid(grid()),
                new LedgerGrid(grid()),
                new RateGrid(grid()),
                new JobGrid(grid(), JobCipher.NONE),
                new GridIds(grid()),
                new MemberCalls(grid()),
                new PledgeLimits(1, 100_000_000));
    }

    public PledgeOutcome pledge(Campaign campaign, long donor, long cents, PaymentMethod method, String key) {
        return pledging()
                .pledge(new PledgeRequest(
                        campaign.id(),
                        donor,
                        Money.of(cents, "EUR"),
                        new PledgeDetails(method, false, null),
                        key,
                        "fingerprint-" + cents,
                        Instant.now()));
    }

    public DonationKey pledged(Campaign campaign, long donor, long cents, PaymentMethod method) {
        PledgeOutcome outcome =
                pledge(campaign, donor, cents, method, UUID.randomUUID().toString());
        return DonationKey.of(((PledgeOutcome.Pledged) outcome).donation());
    }

    /** The way into the queues for whoever is no member. */
    public JobGrid jobs() {
        return new JobGrid(grid(), PayloadCipher.of(Optional.of(PAYLOAD_KEY)));
    }

    /** Has a donation brought up to date in the background. */
    public void settle(DonationKey key) {
        new JobGrid(grid(), JobCipher.NONE).enqueue(PaymentJobs.settleDonation(key, Instant.now()));
    }

    public Donation donation(DonationKey key) {
        return donations().find(key).orElseThrow();
    }

    public DonationGrid donations() {
        return new DonationGrid(grid(), new MemberCalls(grid()));
    }

    public CampaignTotals totals(Campaign campaign) {
        return new CampaignGrid(grid()).totals(campaign.id()).orElseThrow();
    }

    @Override
    public void close() {
        gateway.close();
        webhooks.stop(0);
        nodes.reversed().forEach(GridNode::close);
    }
}
