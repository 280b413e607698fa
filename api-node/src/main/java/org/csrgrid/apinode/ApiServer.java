package org.csrgrid.apinode;

import com.hazelcast.core.HazelcastInstance;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.csrgrid.apinode.analytics.AnalyticsService;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.auth.Authentication;
import org.csrgrid.apinode.cache.CacheService;
import org.csrgrid.apinode.cache.NodeCaches;
import org.csrgrid.apinode.campaign.CampaignService;
import org.csrgrid.apinode.docs.DocsService;
import org.csrgrid.apinode.donation.DonationService;
import org.csrgrid.apinode.guard.Guard;
import org.csrgrid.apinode.http.Cursors;
import org.csrgrid.apinode.http.ErrorTable;
import org.csrgrid.apinode.http.Hmac;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.RequestScope;
import org.csrgrid.apinode.job.JobService;
import org.csrgrid.apinode.job.JobStreams;
import org.csrgrid.apinode.limit.ClientAddresses;
import org.csrgrid.apinode.limit.RateLimits;
import org.csrgrid.apinode.organization.OrganizationService;
import org.csrgrid.apinode.payment.WebhookService;
import org.csrgrid.apinode.user.UserService;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.domain.campaign.PledgeLimits;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.creation.CreationGrid;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.donation.Pledging;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.csrgrid.grid.ledger.LedgerGrid;
import org.csrgrid.grid.limit.SharedBuckets;
import org.csrgrid.grid.money.RateGrid;
import org.csrgrid.grid.organization.OrganizationGrid;
import org.csrgrid.grid.payment.PaymentInbox;
import org.csrgrid.grid.session.SessionGrid;
import org.csrgrid.grid.user.UserGrid;

/** Wires the resources to the grid and lists where each is found. */
final class ApiServer {

    private static final String API = "/api/v1";
    private static final long LARGEST_PAYLOAD = 16L * 1024 * 1024;

    private final Settings settings;
    private final HazelcastInstance client;
    private final InstantSource clock;
    private final CampaignGrid campaigns;
    private final OrganizationGrid organizations;
    private final UserGrid users;
    private final SessionGrid sessions;
    private final DonationGrid donations;
    private final Pledging pledging;
    private final JobGrid jobs;
    private final JobDirectory directory;
    private final JobStreams streams;
    private final GridIds ids;
    private final RequestBody bodies;
    private final ClientAddresses addresses;
    private final Authentication authentication;
    private final NodeCaches caches;
    private final Guard guard;

    /** What has to do with background jobs and the cache; whoever made it closes it. */
    record Work(JobGrid jobs, JobDirectory directory, JobStreams streams, NodeCaches caches) {}

    ApiServer(Settings settings, HazelcastInstance client, Work work, InstantSource clock) {
        this.settings = settings;
        this.client = client;
        jobs = work.jobs();
        directory = work.directory();
        streams = work.streams();
        caches = work.caches();
        this.clock = clock;
        var calls = new MemberCalls(client);
        campaigns = new CampaignGrid(client);
        organizations = new OrganizationGrid(client);
        users = new UserGrid(client);
        sessions = new SessionGrid(client);
        donations = new DonationGrid(client, calls);
        ids = new GridIds(client);
        bodies = new RequestBody(settings.api().maxBody().bytes());
        addresses = new ClientAddresses(settings.limits().proxies());
        authentication = Authentication.create(settings, users, sessions, addresses, bodies, clock);
        guard = new Guard(settings, addresses);
        var limits = new PledgeLimits(
                settings.donations().minimumMinor(), settings.donations().maximumMinor());
        pledging = new Pledging(campaigns, new LedgerGrid(client), new RateGrid(client), jobs, ids, calls, limits);
    }

    /** A server that is not started yet. */
    static WebServer create(Settings settings, HazelcastInstance client, Work work, InstantSource clock) {
        var server = new ApiServer(settings, client, work, clock);
        WebServerConfig.Builder builder = WebServer.builder()
                .address(address(settings.api().bindAddress()))
                .port(settings.api().port())
                .shutdownHook(false)
                .shutdownGracePeriod(settings.node().shutdownTimeout())
                .maxPayloadSize(LARGEST_PAYLOAD)
                .directHandlers(ErrorTable.beforeRouting(server.guard.headers()))
                .addFeature(server.observe())
                .routing(server::routing);
        server.guard.configure(builder);
        return builder.build();
    }

    private static InetAddress address(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "api.bind-address: \"%s\" (expected: an address of this machine)".formatted(name), unknown);
        }
    }

    private void routing(HttpRouting.Builder routing) {
        routing.addFilter(new RequestScope());
        ErrorTable.register(routing);
        guard.register(routing);
        if (settings.limits().enabled()) {
            routing.addFilter(new RateLimits(
                    new SharedBuckets(client, clock), settings.limits(), addresses, authentication.access(), clock));
        }
        resources().forEach(routing::register);
    }

    /** Every resource by the path it is found at. */
    Map<String, HttpService> resources() {
        var cursors = new Cursors(new Hmac(settings.security().tokenKey().reveal()));
        var resources = new LinkedHashMap<String, HttpService>();
        resources.put(API + "/campaigns", campaigns(authentication.access(), cursors));
        resources.put(API + "/donations", donations(authentication.access(), cursors));
        resources.put(
                API + "/payments/webhooks",
                new WebhookService(new PaymentInbox(client), jobs, settings.payments(), clock));
        resources.put(API + "/organizations", new OrganizationService(organizations, cursors, settings.api()));
        resources.put(
                API + "/jobs",
                new JobService(authentication.access(), directory, streams, bodies, cursors, settings.api(), clock));
        resources.put(API + "/analytics", new AnalyticsService(authentication.access(), caches.analytics(), users));
        resources.put(API + "/caches", new CacheService(authentication.access(), caches));
        resources.put(API + "/auth", authentication.service());
        resources.put(API + "/users", new UserService(authentication.access(), users, sessions));
        resources.put("/", new DocsService());
        return resources;
    }

    private CampaignService campaigns(Access access, Cursors cursors) {
        var sources = new CampaignService.Sources(
                campaigns, organizations, donations, users, new CreationGrid(client), jobs, caches.analytics(), ids);
        return new CampaignService(access, sources, bodies, cursors, settings.api(), clock);
    }

    private DonationService donations(Access access, Cursors cursors) {
        var sources = new DonationService.Sources(pledging, campaigns, donations);
        return new DonationService(access, sources, bodies, cursors, settings.api(), clock);
    }

    private ObserveFeature observe() {
        return ObserveFeature.builder()
                .observersDiscoverServices(false)
                .addObserver(HealthObserver.builder()
                        .useSystemServices(false)
                        .details(true)
                        .addCheck(new GridConnection(client))
                        .build())
                .addObserver(MetricsObserver.create())
                .build();
    }
}
