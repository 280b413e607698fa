package org.csrgrid.apinode.user;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.http.Ids;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.User;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.session.SessionGrid;
import org.csrgrid.grid.user.UserGrid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What administrators do with people's accounts.
 *
 * <pre>
 * curl -X DELETE -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/users/101/sessions
 * </pre>
 */
public final class UserService implements HttpService {

    private static final Logger LOG = LoggerFactory.getLogger(UserService.class);
    private static final String NONE_KEPT = "";

    private final Access access;
    private final UserGrid users;
    private final SessionGrid sessions;

    public UserService(Access access, UserGrid users, SessionGrid sessions) {
        this.access = access;
        this.users = users;
        this.sessions = sessions;
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/{id}/sessions")
                .delete(access.permitted(Permission.END_ANY_SESSION, this::endSessions))
                .others();
    }

    private void endSessions(ServerRequest request, ServerResponse response, Viewer viewer) {
        User user = users.find(Ids.ofPath(request))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        sessions.endOthers(user.id(), NONE_KEPT);
        LOG.info("User {} ended all sessions of user {}", viewer.userId(), user.id());
        response.status(Status.NO_CONTENT_204).send();
    }
}
