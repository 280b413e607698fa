package org.csrgrid.apinode.analytics;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.auth.ViewerHandler;
import org.csrgrid.apinode.http.Ids;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Query;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.domain.analytics.Widget;
import org.csrgrid.domain.analytics.WidgetRange;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.User;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.analytics.CachedAnalytics;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.user.UserGrid;

/**
 * Widgets, for those who oversee the programme.
 *
 * <pre>
 * curl -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/analytics/widgets
 * curl -H "Authorization: Bearer $TOKEN" 'localhost:8080/api/v1/analytics/widgets/donation-trends?range=quarter'
 * </pre>
 */
public final class AnalyticsService implements HttpService {

    private static final Map<String, WidgetRange> RANGES = Arrays.stream(WidgetRange.values())
            .collect(Collectors.toUnmodifiableMap(WidgetRange::jsonName, range -> range));

    private final Access access;
    private final CachedAnalytics analytics;
    private final UserGrid users;

    public AnalyticsService(Access access, CachedAnalytics analytics, UserGrid users) {
        this.access = access;
        this.analytics = analytics;
        this.users = users;
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/widgets").get(overseers(this::list)).others();
        Route.at(rules, "/widgets/{name}").get(overseers(this::get)).others();
    }

    private Handler overseers(ViewerHandler handler) {
        return access.permitted(Permission.SEE_ANALYTICS, handler);
    }

    private void list(ServerRequest request, ServerResponse response, Viewer viewer) {
        Json.send(response, WidgetJson::list);
    }

    private void get(ServerRequest request, ServerResponse response, Viewer viewer) {
        Widget widget = Widget.fromJsonName(request.path().pathParameters().get("name"))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        WidgetRange range = Query.of(request, Set.of("range")).oneOf("range", RANGES, WidgetRange.MONTH);
        WidgetData data = analytics.widget(widget, range);
        Map<Long, User> donors = widget == Widget.TOP_DONORS ? donors(data) : Map.of();
        Json.send(response, json -> WidgetJson.write(json, widget, range, data, donors));
    }

    /** Names are looked up for every answer, so none is in the cache. */
    private Map<Long, User> donors(WidgetData data) {
        return users.findAll(data.series().stream()
                .flatMap(series -> series.points().stream())
                .map(point -> Ids.parse(point.label()))
                .collect(Collectors.toSet()));
    }
}
