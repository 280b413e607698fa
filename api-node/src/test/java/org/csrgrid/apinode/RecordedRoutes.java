package org.csrgrid.apinode;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRoute;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.apinode.cache.NodeCaches;
import org.csrgrid.apinode.job.JobStreams;
import org.csrgrid.apinode.live.NodeLive;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.JobCipher;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.directory.JobDirectory;

/** Rules that only remember what services ask for: {@code GET /api/v1/campaigns}. */
final class RecordedRoutes implements HttpRules {

    private final String prefix;
    private final List<String> routes;

    private RecordedRoutes(String prefix, List<String> routes) {
        this.prefix = prefix;
        this.routes = routes;
    }

    /** Every route of the server, without the ones that refuse other methods. */
    static List<String> of(ApiFixture api) {
        var routes = new ArrayList<String>();
        var jobs = new JobGrid(api.grid, JobCipher.NONE);
        var directory = new JobDirectory(api.grid, jobs, new MemberCalls(api.grid));
        try (var streams = new JobStreams();
                var caches = NodeCaches.open(api.grid, api.settings.cache(), api.clock);
                var live = NodeLive.open(api.grid, api.settings.live(), api.clock)) {
            new ApiServer(api.settings, api.grid, new ApiServer.Work(jobs, directory, streams, caches, live), api.clock)
                    .resources()
                    .forEach((path, service) -> service.routing(new RecordedRoutes(path, routes)));
        }
        return routes;
    }

    @Override
    public HttpRules route(Method method, String pathPattern, Handler handler) {
        String path = (prefix + pathPattern).replace("//", "/");
        boolean collection = path.length() > 1 && path.endsWith("/");
        routes.add(method.text() + " " + (collection ? path.substring(0, path.length() - 1) : path));
        return this;
    }

    @Override
    public HttpRules route(HttpRoute route) {
        return this;
    }

    @Override
    public HttpRules register(HttpService... services) {
        throw new UnsupportedOperationException("no service registers another");
    }

    @Override
    public HttpRules register(String pathPattern, HttpService... services) {
        throw new UnsupportedOperationException("no service registers another");
    }
}
