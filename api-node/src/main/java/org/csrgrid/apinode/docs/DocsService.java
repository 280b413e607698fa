package org.csrgrid.apinode.docs;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.csrgrid.apinode.http.EntityTag;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Representation;
import org.csrgrid.apinode.http.Route;

/** The OpenAPI file, a page to try it with, and what each problem type means. Nothing is loaded from other hosts. */
public final class DocsService implements HttpService {

    private static final Header CONTENT_SECURITY_POLICY = HeaderValues.createCached(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    private static final Header NO_REFERRER = HeaderValues.createCached("Referrer-Policy", "no-referrer");

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/").get(DocsService::home).others();
        Handler docs = page("docs/index.html", "text/html; charset=utf-8", Headers.REVALIDATE);
        Route.at(rules, "/docs").get(docs).others();
        Route.at(rules, "/docs/").get(docs).others();
        Route.at(rules, "/docs/start.js")
                .get(page("docs/start.js", "text/javascript", Headers.REVALIDATE))
                .others();
        Route.at(rules, "/docs/swagger-ui.css")
                .get(page(SwaggerUi.path("swagger-ui.css"), "text/css", Headers.PUBLIC_FOR_A_DAY))
                .others();
        Route.at(rules, "/docs/swagger-ui-bundle.js")
                .get(page(SwaggerUi.path("swagger-ui-bundle.js"), "text/javascript", Headers.PUBLIC_FOR_A_DAY))
                .others();
        Route.at(rules, "/openapi.yaml")
                .get(page("openapi.yaml", "application/yaml", Headers.REVALIDATE))
                .others();
        Route.at(rules, "/problems/{slug}").get(DocsService::problem).others();
    }

    private static void home(ServerRequest request, ServerResponse response) {
        response.status(Status.FOUND_302);
        response.header(HeaderValues.create(HeaderNames.LOCATION, "/docs"));
        response.send();
    }

    private static Handler page(String resource, String mediaType, Header kept) {
        byte[] content = Resources.read(resource);
        var body = new Representation(content);
        EntityTag tag = EntityTag.ofContent(content);
        Header contentType = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, mediaType);
        return (request, response) -> {
            response.header(CONTENT_SECURITY_POLICY);
            response.header(NO_REFERRER);
            response.header(kept);
            response.header(Headers.VARY_BY_ENCODING);
            if (!EntityTags.isUnchanged(request, response, tag)) {
                response.header(contentType);
                body.send(response);
            }
        };
    }

    private static void problem(ServerRequest request, ServerResponse response) {
        ProblemType type = ProblemType.fromSlug(request.path().pathParameters().get("slug"))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        response.header(Headers.PUBLIC_FOR_A_DAY);
        response.header(Headers.VARY_BY_ENCODING);
        Json.answer(response, json -> {
            json.writeStartObject();
            json.writeStringField("type", type.uri());
            json.writeStringField("title", type.title());
            json.writeNumberField("status", type.status().code());
            json.writeStringField("description", type.description());
            json.writeEndObject();
        });
    }
}
