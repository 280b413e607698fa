package org.csrgrid.apinode.audit;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.http.Cursors;
import org.csrgrid.apinode.http.Ids;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.NextPage;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Query;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.config.settings.ApiSettings;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditOutcome;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.audit.AuditGrid;
import org.csrgrid.grid.audit.AuditHeads;
import org.csrgrid.grid.audit.AuditPage;
import org.csrgrid.grid.audit.AuditSearch;
import org.csrgrid.grid.audit.InclusionProof;
import org.csrgrid.grid.wire.Micros;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, and the proof of it.
 *
 * <pre>
 * curl -H "Authorization: Bearer $TOKEN" 'localhost:8080/api/v1/audit?action=campaign.approved&amp;from=2030-01-01T00:00:00Z'
 * curl -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/audit/42/proof
 * curl -H "Authorization: Bearer $TOKEN" 'localhost:8080/api/v1/audit/heads?after=17'
 * </pre>
 */
public final class AuditService implements HttpService {

    private static final Map<String, AuditOutcome> OUTCOMES = Arrays.stream(AuditOutcome.values())
            .collect(Collectors.toUnmodifiableMap(AuditOutcome::jsonName, Function.identity()));
    private static final Set<String> PARAMETERS = Set.of(
            "actor", "action", "outcome", "objectType", "objectId", "from", "until", "limit", "cursor");

    private final Access access;
    private final AuditGrid trail;
    private final Cursors cursors;
    private final ApiSettings settings;

    public AuditService(Access access, AuditGrid trail, Cursors cursors, ApiSettings settings) {
        this.access = access;
        this.trail = trail;
        this.cursors = cursors;
        this.settings = settings;
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/")
                .get(access.permitted(Permission.SEE_AUDIT, this::search))
                .others();
        Route.at(rules, "/heads")
                .get(access.permitted(Permission.SEE_AUDIT, this::heads))
                .others();
        Route.at(rules, "/{id}/proof")
                .get(access.permitted(Permission.SEE_AUDIT, this::prove))
                .others();
    }

    private void search(ServerRequest request, ServerResponse response, Viewer viewer) {
        Query query = Query.of(request, PARAMETERS);
        int limit = query.limit(settings);
        String list = "audit:" + filters(query);
        Optional<Cursors.Position> after = query.text("cursor").map(cursor -> cursors.open(list, cursor));
        AuditPage page = trail.search(new AuditSearch(
                query.text("actor").isPresent() ? query.id("actor") : AuditSearch.ANYBODY,
                query.text("action").orElse(null),
                query.text("outcome").isPresent() ? query.oneOf("outcome", OUTCOMES, AuditOutcome.SUCCESS) : null,
                query.text("objectType").orElse(null),
                query.text("objectId").orElse(null),
                time(query, "from"),
                time(query, "until"),
                after.map(position -> Micros.toInstant(position.primary())).orElse(null),
                after.map(Cursors.Position::id).orElse(0L),
                limit));
        Optional<String> cursor = page.more() ? Optional.of(cursors.seal(list, end(page))) : Optional.empty();
        Optional<String> next = NextPage.announce(request, response, cursor);
        Json.send(response, json -> AuditJson.page(json, page, next.orElse(null)));
    }

    /** A cursor belongs to one search. */
    private static String filters(Query query) {
        return PARAMETERS.stream()
                .filter(name -> !name.equals("cursor") && !name.equals("limit"))
                .sorted()
                .map(name -> query.text(name).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    private static Cursors.Position end(AuditPage page) {
        AuditEntry last = page.entries().getLast().entry();
        return new Cursors.Position(Micros.of(last.at()), last.id());
    }

    private static @Nullable Instant time(Query query, String name) {
        try {
            return query.text(name).map(Instant::parse).orElse(null);
        } catch (DateTimeException unreadable) {
            throw Problem.parameter(name, "expected: a time in UTC such as 2030-01-31T12:00:00Z")
                    .asException();
        }
    }

    private void heads(ServerRequest request, ServerResponse response, Viewer viewer) {
        Query query = Query.of(request, Set.of("after", "limit"));
        AuditHeads found = trail.heads(query.id("after"), query.limit(settings));
        Json.send(response, json -> AuditJson.heads(json, found));
    }

    private void prove(ServerRequest request, ServerResponse response, Viewer viewer) {
        InclusionProof proof = trail.prove(Ids.ofPath(request))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such entry, or it is not sealed yet.")
                        .asException());
        Json.send(response, json -> AuditJson.proof(json, proof));
    }
}
