package org.csrgrid.bench.read;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.bench.load.LoadPlan;
import org.csrgrid.bench.load.LoadResult;
import org.csrgrid.bench.load.LoadRun;
import org.csrgrid.bench.suite.Row;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.bench.world.ApiClient;
import org.csrgrid.bench.world.World;

/**
 * Reads over HTTP with the limits on, at rates nobody reaches, and beside them nginx with the same bytes: of campaigns, as anybody may make them and with a
 * token, of a list from the cache, and of a dashboard.
 */
final class ReadSuite {

    static final double AIM = 25_000;

    /** Of what nginx does with the same bytes. */
    private static final double SHARE = 0.8;

    private static final String LIST = "/api/v1/campaigns?status=active&sort=ending_soon";
    private static final String MOST = "10000000";

    /** Requests are counted, and never refused. */
    static final Map<String, String> LIMITS = Map.of(
            "limits.enabled", "true",
            "limits.callers.anonymous.per-minute", MOST,
            "limits.callers.anonymous.burst", MOST,
            "limits.callers.employee.per-minute", MOST,
            "limits.callers.employee.burst", MOST,
            "limits.groups.login.per-minute", MOST,
            "limits.groups.login.burst", MOST);

    private final Suite suite;
    private final Generator generator;
    private final int connections;
    private final Duration warmUp;
    private final Duration measured;

    /** How requests are made. */
    interface Generator {

        /** Asks for the paths in turn; every answer must have the status. */
        LoadResult run(LoadPlan plan, List<String> paths, Map<String, String> headers, int status) throws IOException;
    }

    ReadSuite(Suite suite, Generator generator, int connections, Duration warmUp, Duration measured) {
        this.suite = suite;
        this.generator = generator;
        this.connections = connections;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** The generator that needs nothing installed. */
    static LoadResult ownGenerator(LoadPlan plan, List<String> paths, Map<String, String> headers, int status) {
        List<byte[]> requests =
                paths.stream().map(path -> Reading.request(path, headers)).toList();
        return LoadRun.run(plan, connection -> new Reading(requests, status, connection * 37 % requests.size()));
    }

    void run(World world, Path scratch) throws IOException {
        String hot = path(world.hotCampaign());
        ApiClient.Reply sample = world.client().get(world.apis().getFirst().resolve(hot), "");
        String tag = sample.raw().headers().firstValue("ETag").orElseThrow();
        List<String> spread =
                Arrays.stream(world.campaigns()).mapToObj(ReadSuite::path).toList();
        suite.say("one campaign is %,d bytes of JSON", sample.raw().body().length);

        Optional<Double> peer = nginx(scratch, sample.raw().body());
        List<URI> apis = world.apis();
        row("read one hot campaign", peer, measure("one hot campaign", apis, List.of(hot), Map.of(), 200));
        row("read spread over 1,000 campaigns", peer, measure("1,000 campaigns", apis, spread, Map.of(), 200));
        row(
                "read, not modified (304)",
                peer,
                measure("not modified", apis, List.of(hot), Map.of("If-None-Match", tag), 304));
        withToken(world, hot, peer);
    }

    private void withToken(World world, String hot, Optional<Double> peer) throws IOException {
        List<URI> apis = world.apis();
        String token = world.tokens().getFirst();
        Map<String, String> signedIn = Map.of("Authorization", "Bearer " + token);
        String tag = world.client()
                .get(apis.getFirst().resolve(hot), token)
                .raw()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        Map<String, String> known = Map.of("Authorization", "Bearer " + token, "If-None-Match", tag);
        double aim = peer.map(nginx -> SHARE * nginx).orElse(AIM);
        row("hot campaign, signed in", aim, peer, measure("signed in", apis, List.of(hot), signedIn, 200));
        row("hot campaign, signed in (304)", aim, peer, measure("signed in, 304", apis, List.of(hot), known, 304));
        plain("page of 20 campaigns from the cache", measure("list", apis, List.of(LIST), Map.of(), 200));
        plain("page of 20 campaigns, signed in", measure("list, signed in", apis, List.of(LIST), signedIn, 200));
        plain("dashboard", measure("dashboard", apis, List.of("/api/v1/dashboard"), signedIn, 200));
    }

    private void plain(String name, LoadResult result) {
        suite.add(Row.plain(name, result.perSecond(), "answers/s"));
    }

    private Optional<Double> nginx(Path scratch, byte[] content) throws IOException {
        Optional<Nginx> started = Nginx.serving(scratch, content);
        if (started.isEmpty()) {
            suite.say("nginx is not installed, so there is no peer (bench/install-peers.sh installs it)");
            return Optional.empty();
        }
        try (Nginx nginx = started.get()) {
            return Optional.of(measure("nginx, the same bytes", List.of(nginx.uri()), List.of("/campaign"), Map.of(), 200)
                    .perSecond());
        }
    }

    private LoadResult measure(
            String row, List<URI> targets, List<String> paths, Map<String, String> headers, int status)
            throws IOException {
        LoadPlan plan = LoadPlan.lasting(targets, connections, warmUp, measured);
        LoadResult result = generator.run(plan, paths, headers, status);
        suite.measured(row, result);
        return result;
    }

    private void row(String name, Optional<Double> peer, LoadResult result) {
        row(name, AIM, peer, result);
    }

    private void row(String name, double aim, Optional<Double> peer, LoadResult result) {
        Row row = Row.atLeast(name, result.perSecond(), "answers/s", aim);
        suite.add(peer.map(row::beside).orElse(row));
    }

    private static String path(long campaign) {
        return "/api/v1/campaigns/" + campaign;
    }
}
