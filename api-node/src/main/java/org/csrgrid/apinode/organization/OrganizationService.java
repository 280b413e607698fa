package org.csrgrid.apinode.organization;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.apinode.content.DocumentAnswers;
import org.csrgrid.apinode.http.Cursors;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Ids;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Languages;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Query;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.config.settings.ApiSettings;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.grid.cache.Loaded;
import org.csrgrid.grid.content.CachedContent;
import org.csrgrid.grid.content.KeptDocument;
import org.csrgrid.grid.organization.OrganizationGrid;

/**
 * Reading organizations.
 *
 * <pre>
 * curl localhost:8080/api/v1/organizations?limit=10
 * curl localhost:8080/api/v1/organizations/1
 * </pre>
 */
public final class OrganizationService implements HttpService {

    private static final String LIST = "organizations";

    private final OrganizationGrid organizations;
    private final CachedContent content;
    private final Cursors cursors;
    private final ApiSettings settings;
    private final DocumentAnswers answers = new DocumentAnswers();

    public OrganizationService(
            OrganizationGrid organizations, CachedContent content, Cursors cursors, ApiSettings settings) {
        this.organizations = organizations;
        this.content = content;
        this.cursors = cursors;
        this.settings = settings;
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/").get(this::list).others();
        Route.at(rules, "/{id}").get(this::get).others();
    }

    private void list(ServerRequest request, ServerResponse response) {
        Query query = Query.of(request, Set.of("limit", "cursor"));
        int limit = query.limit(settings);
        long after = query.text("cursor")
                .map(cursor -> cursors.open(LIST, cursor).id())
                .orElse(0L);
        List<String> languages = Languages.preferred(request);
        String place = request.prologue().uriPath().rawPath() + "?limit=" + limit;
        String key = "list:%d:%d:%s:%s".formatted(after, limit, String.join(",", languages), place);
        send(request, response, content.organizations(key, _ -> Loaded.value(page(after, limit, languages, place))
                .tagged(CachedContent.LIST)));
    }

    private KeptDocument page(long after, int limit, List<String> languages, String place) {
        List<Organization> found = organizations.list(after, limit + 1);
        boolean more = found.size() > limit;
        List<Organization> page = more ? found.subList(0, limit) : found;
        String next = more
                ? place + "&cursor="
                        + cursors.seal(
                                LIST, new Cursors.Position(0, page.getLast().id()))
                : "";
        return KeptDocument.page(next, Json.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (Organization organization : page) {
                OrganizationJson.write(json, organization, languages);
            }
            json.writeEndArray();
            Json.text(json, "next", more ? next : null);
            json.writeEndObject();
        }));
    }

    private void get(ServerRequest request, ServerResponse response) {
        long id = Ids.ofPath(request);
        List<String> languages = Languages.preferred(request);
        String key = "profile:%d:%s".formatted(id, String.join(",", languages));
        send(request, response, content.organizations(key, _ -> profile(id, languages)));
    }

    private Loaded<KeptDocument> profile(long id, List<String> languages) {
        return organizations
                .find(id)
                .<Loaded<KeptDocument>>map(organization -> Loaded.value(KeptDocument.versioned(
                        organization.version(),
                        Languages.choose(languages, organization.mission()),
                        Json.write(json -> OrganizationJson.write(json, organization, languages)))))
                .orElseGet(Loaded::absent)
                .tagged(CachedContent.ofOrganization(id));
    }

    private void send(ServerRequest request, ServerResponse response, Optional<KeptDocument> document) {
        KeptDocument found =
                document.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        response.header(Headers.VARY_BY_LANGUAGE);
        response.header(Headers.REVALIDATE);
        answers.send(request, response, found);
    }
}
