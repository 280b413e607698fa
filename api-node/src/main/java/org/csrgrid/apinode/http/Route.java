package org.csrgrid.apinode.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import java.util.ArrayList;
import java.util.List;

/** All methods of one path; any other method is answered 405 with Allow. */
public final class Route {

    private final HttpRules rules;
    private final String path;
    private final List<String> allowed = new ArrayList<>();

    private Route(HttpRules rules, String path) {
        this.rules = rules;
        this.path = path;
    }

    public static Route at(HttpRules rules, String path) {
        return new Route(rules, path);
    }

    public Route get(Handler handler) {
        return on(Method.GET, handler);
    }

    public Route post(Handler handler) {
        return on(Method.POST, handler);
    }

    public Route patch(Handler handler) {
        return on(Method.PATCH, handler);
    }

    public Route delete(Handler handler) {
        return on(Method.DELETE, handler);
    }

    private Route on(Method method, Handler handler) {
        allowed.add(method.text());
        rules.route(method, path, handler);
        return this;
    }

    /** Ends the path's list of methods. */
    public void others() {
        String allow = String.join(", ", allowed);
        rules.any(path, (request, response) -> Problem.of(ProblemType.METHOD_NOT_ALLOWED)
                .with(HeaderValues.create(HeaderNames.ALLOW, allow))
                .send(request, response));
    }
}
