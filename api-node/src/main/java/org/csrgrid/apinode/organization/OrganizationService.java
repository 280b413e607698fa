package org.csrgrid.apinode.organization;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.apinode.http.Cursors;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Ids;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Languages;
import org.csrgrid.apinode.http.NextPage;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Query;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.config.settings.ApiSettings;
import org.csrgrid.domain.organization.Organization;
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
    private final Cursors cursors;
    private final ApiSettings settings;

    public OrganizationService(OrganizationGrid organizations, Cursors cursors, ApiSettings settings) {
        this.organizations = organizations;
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
        List<Organization> found = organizations.list(after, limit + 1);
        boolean more = found.size() > limit;
        List<Organization> page = more ? found.subList(0, limit) : found;
        Optional<String> next = more
                ? Optional.of(cursors.seal(
                        LIST, new Cursors.Position(0, page.getLast().id())))
                : Optional.empty();
        answer(request, response, page, next);
    }

    private static void answer(
            ServerRequest request, ServerResponse response, List<Organization> page, Optional<String> cursor) {
        Optional<String> next = NextPage.announce(request, response, cursor);
        List<String> preferred = Languages.preferred(request);
        response.header(Headers.VARY_BY_LANGUAGE_AND_PERSON);
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (Organization organization : page) {
                OrganizationJson.write(json, organization, preferred);
            }
            json.writeEndArray();
            Json.text(json, "next", next.orElse(null));
            json.writeEndObject();
        });
    }

    private void get(ServerRequest request, ServerResponse response) {
        Organization organization = organizations
                .find(Ids.ofPath(request))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        List<String> preferred = Languages.preferred(request);
        String language = Languages.choose(preferred, organization.mission());
        response.header(Headers.VARY_BY_LANGUAGE_AND_PERSON);
        response.header(Headers.REVALIDATE);
        if (!EntityTags.isUnchanged(request, response, "\"v%d-%s\"".formatted(organization.version(), language))) {
            response.header(Headers.contentLanguage(language));
            response.header(Headers.JSON);
            response.send(Json.write(json -> OrganizationJson.write(json, organization, preferred)));
        }
    }
}
