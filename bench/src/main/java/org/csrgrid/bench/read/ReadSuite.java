package org.csrgrid.bench.read;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csrgrid.bench.load.LoadPlan;
import org.csrgrid.bench.load.LoadResult;
import org.csrgrid.bench.load.LoadRun;
import org.csrgrid.bench.suite.Row;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.bench.world.ApiClient;
import org.csrgrid.bench.world.World;
import org.jspecify.annotations.Nullable;

/** Reads of campaigns over HTTP, as anybody may make them, and beside them nginx with the same bytes. */
final class ReadSuite {

    static final double AIM = 25_000;

    private final Suite suite;
    private final Generator generator;
    private final int connections;
    private final Duration warmUp;
    private final Duration measured;

    /** How requests are made. */
    interface Generator {

        /** Asks for the paths in turn; every answer must have the status. */
        LoadResult run(LoadPlan plan, List<String> paths, @Nullable String ifNoneMatch, int status) throws IOException;
    }

    ReadSuite(Suite suite, Generator generator, int connections, Duration warmUp, Duration measured) {
        this.suite = suite;
        this.generator = generator;
        this.connections = connections;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** The generator that needs nothing installed. */
    static LoadResult ownGenerator(LoadPlan plan, List<String> paths, @Nullable String ifNoneMatch, int status) {
        List<byte[]> requests =
                paths.stream().map(path -> Reading.request(path, ifNoneMatch)).toList();
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
        row("read one hot campaign", peer, measure("one hot campaign", world.apis(), List.of(hot), null, 200));
        row("read spread over 1,000 campaigns", peer, measure("1,000 campaigns", world.apis(), spread, null, 200));
        row("read, not modified (304)", peer, measure("not modified", world.apis(), List.of(hot), tag, 304));
    }

    private Optional<Double> nginx(Path scratch, byte[] content) throws IOException {
        Optional<Nginx> started = Nginx.serving(scratch, content);
        if (started.isEmpty()) {
            suite.say("nginx is not installed, so there is no peer (bench/install-peers.sh installs it)");
            return Optional.empty();
        }
        try (Nginx nginx = started.get()) {
            return Optional.of(measure("nginx, the same bytes", List.of(nginx.uri()), List.of("/campaign"), null, 200)
                    .perSecond());
        }
    }

    private LoadResult measure(
            String row, List<URI> targets, List<String> paths, @Nullable String ifNoneMatch, int status)
            throws IOException {
        LoadPlan plan = LoadPlan.lasting(targets, connections, warmUp, measured);
        LoadResult result = generator.run(plan, paths, ifNoneMatch, status);
        suite.measured(row, result);
        return result;
    }

    private void row(String name, Optional<Double> peer, LoadResult result) {
        Row row = Row.atLeast(name, result.perSecond(), "answers/s", AIM);
        suite.add(peer.map(row::beside).orElse(row));
    }

    private static String path(long campaign) {
        return "/api/v1/campaigns/" + campaign;
    }
}
