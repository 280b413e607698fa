package org.csrgrid.apinode.cache;

import com.fasterxml.jackson.core.JsonGenerator;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.cache.CacheLayer;
import org.csrgrid.grid.cache.LayerStatistics;
import org.csrgrid.grid.cache.report.CacheAlarm;
import org.csrgrid.grid.cache.report.CacheOverview;
import org.csrgrid.grid.cache.report.LayerReport;
import org.csrgrid.grid.cache.report.LayerSize;

/**
 * What caches do.
 *
 * <pre>
 * curl -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/caches
 * curl -X DELETE -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/caches/widgets
 * </pre>
 */
public final class CacheService implements HttpService {

    private final Access access;
    private final NodeCaches caches;

    public CacheService(Access access, NodeCaches caches) {
        this.access = access;
        this.caches = caches;
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/")
                .get(access.permitted(Permission.RUN_CACHES, this::list))
                .others();
        Route.at(rules, "/{layer}")
                .delete(access.permitted(Permission.RUN_CACHES, this::clear))
                .others();
    }

    private void list(ServerRequest request, ServerResponse response, Viewer viewer) {
        CacheOverview overview = caches.overview();
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (LayerReport layer : overview.layers().values()) {
                if (layer.statistics() != null) {
                    write(json, layer.layer(), layer.statistics(), layer.size());
                }
            }
            json.writeEndArray();
            json.writeNumberField("processes", overview.processes().size());
            json.writeArrayFieldStart("alarms");
            for (CacheAlarm alarm : overview.alarms()) {
                write(json, alarm);
            }
            json.writeEndArray();
            Json.text(json, "next", null);
            json.writeEndObject();
        });
    }

    /** Clears it for all nodes; a repeat is harmless. */
    private void clear(ServerRequest request, ServerResponse response, Viewer viewer) {
        CacheLayer<?> layer = caches.caches()
                .find(request.path().pathParameters().get("layer"))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        layer.clear();
        response.status(Status.NO_CONTENT_204).send();
    }

    private static void write(JsonGenerator json, CacheAlarm alarm) throws IOException {
        json.writeStartObject();
        json.writeStringField("level", alarm.level().name().toLowerCase(Locale.ROOT));
        json.writeStringField("subject", alarm.subject());
        json.writeStringField("kind", alarm.kind().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("value", alarm.value());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String layer, LayerStatistics statistics, LayerSize size)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("layer", layer);
        json.writeNumberField("healthScore", statistics.healthScore());
        json.writeNumberField("hitPercent", statistics.hitPercent());
        json.writeNumberField("targetHitPercent", statistics.targetHitPercent());
        json.writeNumberField("errorPercent", statistics.errorPercent());
        json.writeNumberField("reads", statistics.reads());
        json.writeNumberField("nearHits", statistics.nearHits());
        json.writeNumberField("sharedHits", statistics.sharedHits());
        json.writeNumberField("misses", statistics.misses());
        json.writeNumberField("stale", statistics.stale());
        json.writeNumberField("loads", statistics.loads());
        json.writeNumberField("loadFailures", statistics.loadFailures());
        json.writeNumberField("timeouts", statistics.timeouts());
        json.writeNumberField("storeFailures", statistics.storeFailures());
        json.writeNumberField("nearEntries", statistics.nearEntries());
        json.writeNumberField("invalidations", statistics.invalidations());
        json.writeNumberField("entries", size.entries());
        json.writeNumberField("bytes", size.bytes());
        json.writeNumberField("evictions", size.evictions());
        json.writeNumberField("loadP95", seconds(statistics.loadP95()));
        json.writeNumberField("readP95", seconds(statistics.readP95()));
        json.writeNumberField("lagP95", seconds(statistics.lagP95()));
        json.writeEndObject();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
