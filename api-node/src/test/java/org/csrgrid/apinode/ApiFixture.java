package org.csrgrid.apinode;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MapStoreConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.csrgrid.apinode.auth.PasswordHashing;
import org.csrgrid.apinode.job.JobStreams;
import org.csrgrid.apinode.session.SessionIds;
import org.csrgrid.config.grid.MemberSetup;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.campaign.CampaignChange;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.campaign.TotalsEntry;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.domain.session.Session;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.cache.store.GridCacheMaps;
import org.csrgrid.grid.campaign.CountEntries;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.limit.SharedBuckets;
import org.csrgrid.grid.session.SessionGrid;
import org.csrgrid.grid.wire.WireTypes;

/** A real grid member with plain maps, a REST node beside it, and people, organizations and campaigns to act with. */
public final class ApiFixture implements AutoCloseable {

    public static final long ACTIVE_ORGANIZATION = 11;
    public static final long PENDING_ORGANIZATION = 12;
    public static final String WEBHOOK_SECRET = "webhook-secret-of-the-tests";

    static final Duration SLOWEST_READER = Duration.ofMillis(500);
    static final Duration HEARTBEAT = Duration.ofMillis(200);

    public final MemoryLedger ledger = new MemoryLedger();
    final MemoryAnalytics analytics = new MemoryAnalytics(ledger);
    public final TestClock clock = new TestClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
    public final HazelcastInstance grid;
    public final Settings settings;
    private final ApiNode node;
    public final MemoryJobs jobs;
    final JobStreams streams = new JobStreams(SLOWEST_READER, HEARTBEAT);
    private final MemoryAnswers answers;
    private final AtomicLong nextId = new AtomicLong(1_000);
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();

    public ApiFixture() {
        var started = new AtomicReference<HazelcastInstance>();
        jobs = new MemoryJobs(started::get);
        answers = new MemoryAnswers(ledger, jobs, analytics, started::get);
        Settings forMember = settings("127.0.0.1:5701");
        grid = Hazelcast.newHazelcastInstance(memberConfig(forMember));
        started.set(grid);
        settings = settings(
                "127.0.0.1:" + grid.getCluster().getLocalMember().getAddress().getPort());
        seed();
        node = ApiNode.start(settings, clock, streams);
    }

    /** A node of its own on the same grid, with other settings; the caller closes it. */
    public ApiNode another(Map<String, String> overrides) {
        String member = settings.grid().join().getFirst();
        return ApiNode.start(settings(member, overrides), clock);
    }

    private static Settings settings(String member) {
        return settings(member, Map.of());
    }

    private static Settings settings(String member, Map<String, String> overrides) {
        var settings = new HashMap<String, String>();
        settings.put("grid.cluster-name", "api-test-" + ProcessHandle.current().pid());
        settings.put("grid.port", "0");
        settings.put("grid.join", member);
        settings.put("grid.backup-count", "0");
        settings.put("api.port", "0");
        settings.put("security.token-key", "token-key-of-the-tests-with-enough-characters");
        settings.put("limits.enabled", "false");
        settings.put("sessions.per-user", "100");
        settings.put("security.password-memory", "1024");
        settings.put("security.password-iterations", "1");
        settings.put("payments.sandbox-api-key", "api-key-of-the-tests");
        settings.put("payments.webhook-secret", WEBHOOK_SECRET);
        settings.putAll(overrides);
        return SettingsLoader.defaultsWith(settings);
    }

    private Config memberConfig(Settings forMember) {
        Config config = MemberSetup.base(forMember.grid());
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        SharedBuckets.register(config.getSerializationConfig());
        config.setManagedContext(answers);
        GridCacheMaps.addShared(config);
        config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(false);
        config.addMapConfig(new MapConfig(GridMaps.LEDGER)
                .setMapStoreConfig(
                        new MapStoreConfig().setImplementation(ledger).setWriteDelaySeconds(0)));
        config.addMapConfig(new MapConfig(GridMaps.DONATIONS)
                .setMapStoreConfig(new MapStoreConfig().setImplementation(ledger.donationLoader())));
        return config;
    }

    private void seed() {
        String hash = new PasswordHashing(settings.security()).hash(Person.PASSWORD);
        for (Person person : Person.values()) {
            users().set(person.id, person.user(hash));
        }
        organization(ACTIVE_ORGANIZATION, Organization.Status.ACTIVE);
        organization(PENDING_ORGANIZATION, Organization.Status.PENDING);
    }

    public IMap<Long, User> users() {
        return grid.getMap(GridMaps.USERS);
    }

    private void organization(long id, Organization.Status status) {
        var organization = new Organization(
                id,
                "Organization " + id,
                new LocalizedText(Map.of("en", "We help", "nl", "Wij helpen")),
                "REG-" + id,
                "TAX-" + id,
                "health",
                "NL",
                "Utrecht",
                null,
                null,
                status,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
        grid.getMap(GridMaps.ORGANIZATIONS).set(id, organization);
    }

    /** An active public campaign in euros that runs from yesterday for a month. */
    public Campaign activeCampaign() {
        return put(action(
                action(draft(content(Visibility.PUBLIC)), new CampaignAction.Submit()),
                new CampaignAction.Approve(Person.ADMIN.id)));
    }

    public Campaign put(Campaign campaign) {
        grid.getMap(GridMaps.CAMPAIGNS).set(campaign.id(), campaign);
        grid.getMap(GridMaps.CAMPAIGN_TOTALS)
                .set(
                        campaign.id(),
                        CampaignTotals.none(
                                campaign.id(), campaign.content().goal().currency()));
        return campaign;
    }

    public Campaign draft(CampaignContent content) {
        long id = nextId.getAndIncrement();
        return Campaign.draft(id, ACTIVE_ORGANIZATION, Person.EMPLOYEE.id, "slug-" + id, content, clock.instant());
    }

    public Campaign action(Campaign campaign, CampaignAction action) {
        return ((CampaignChange.Changed) campaign.change(action, clock.instant())).campaign();
    }

    public CampaignContent content(Visibility visibility) {
        Instant now = clock.instant();
        return new CampaignContent(
                new LocalizedText(Map.of("en", "Clean water", "nl", "Schoon water")),
                new LocalizedText(Map.of("en", "Wells for villages", "nl", "Putten voor dorpen")),
                Money.of(100_000, "EUR"),
                "water",
                visibility,
                false,
                0,
                null,
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(30)),
                Matching.OFF);
    }

    /** Marks a donation as paid, as the payment's job does. */
    public Donation capture(String publicId) {
        DonationKey key = DonationKey.parse(publicId).orElseThrow();
        Donation donation =
                grid.<DonationKey, Donation>getMap(GridMaps.DONATIONS).get(key);
        return answers.append(
                donation,
                MemoryAnswers.draft(donation, clock.instant())
                        .of(LedgerKind.CAPTURED)
                        .at("sandbox", "pay_" + key)
                        .build());
    }

    /** Moves a campaign's total, as a settlement does. */
    public void raise(long campaignId, long minorUnits) {
        var entry = new TotalsEntry(nextId.getAndIncrement(), LedgerKind.CAPTURED, minorUnits);
        grid.<Long, CampaignTotals>getMap(GridMaps.CAMPAIGN_TOTALS)
                .executeOnKey(campaignId, new CountEntries(List.of(entry)));
    }

    public Call call(String method, String path) {
        return new Call(node.port(), method, path);
    }

    public Call get(String path) {
        return call("GET", path);
    }

    public Call post(String path) {
        return call("POST", path);
    }

    public Call as(Person person, String method, String path) {
        return call(method, path).token(token(person));
    }

    /** A donation request's body. */
    public static String donation(long campaignId, String amount) {
        return "{\"campaignId\":\"%d\",\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"method\":\"card\"}"
                .formatted(campaignId, amount);
    }

    /** Makes a donation and answers its id. */
    public String donate(Person person, long campaignId, String amount) {
        Answer answer = as(person, "POST", "/api/v1/donations")
                .key("key-" + nextId.getAndIncrement())
                .json(donation(campaignId, amount))
                .send();
        return answer.at("/id");
    }

    public Answer login(String email, String password) {
        return post("/api/v1/auth/login")
                .json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password))
                .send();
    }

    public String token(Person person) {
        return tokens.computeIfAbsent(
                person, who -> login(who.email(), Person.PASSWORD).at("/accessToken"));
    }

    /** A session of that person, without a device. */
    public String session(Person person) {
        var session = Session.begin(
                SessionIds.next(), person.id, clock.instant(), Duration.ofMinutes(30), Duration.ofHours(12), "", "::1");
        new SessionGrid(grid).begin(session, 100);
        return session.id();
    }

    public int port() {
        return node.port();
    }

    @Override
    public void close() {
        node.close();
        grid.getLifecycleService().terminate();
    }
}
