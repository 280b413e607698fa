package org.csrgrid.apinode.http;

import com.hazelcast.core.HazelcastInstanceNotActiveException;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.csrgrid.grid.cache.store.CacheStoreException;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each fault is answered with. Nothing of a fault's text or stack goes out; the log has it under the request's id. */
public final class ErrorTable {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorTable.class);
    private static final int RETRY_SECONDS = 2;

    private ErrorTable() {}

    public static void register(HttpRouting.Builder routing) {
        routing.error(ProblemException.class, (request, response, e) -> e.problem()
                        .send(request, response))
                .error(GridUnavailableException.class, ErrorTable::unavailable)
                .error(CacheStoreException.class, ErrorTable::unavailable)
                .error(HazelcastInstanceNotActiveException.class, ErrorTable::unavailable)
                .error(HttpException.class, ErrorTable::http)
                .error(Throwable.class, ErrorTable::unexpected);
    }

    /**
     * For requests that never reach a route because they are not even HTTP.
     *
     * @param always headers every answer has
     */
    public static DirectHandlers beforeRouting(List<Header> always) {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType event : EventType.values()) {
            handlers.addHandler(event, (request, type, status, headers, message) -> {
                Problem problem = Problem.of(typeOf(status));
                always.forEach(headers::set);
                return TransportResponse.builder()
                        .status(problem.type().status())
                        .headers(headers)
                        .header(Problem.CONTENT_TYPE)
                        .header(HeaderNames.CONNECTION, "close")
                        .entity(problem.toJson(CardData.masked(request.path())))
                        .build();
            });
        }
        return handlers.build();
    }

    private static void unavailable(ServerRequest request, ServerResponse response, RuntimeException fault) {
        LOG.warn(
                "{} {} answered 503: {}: {}",
                request.prologue().method(),
                path(request),
                fault.getMessage(),
                String.valueOf(fault.getCause()));
        Problem.of(ProblemType.UNAVAILABLE)
                .with(Headers.retryAfterSeconds(RETRY_SECONDS))
                .send(request, response);
    }

    private static void http(ServerRequest request, ServerResponse response, HttpException fault) {
        Problem.of(typeOf(fault.status())).send(request, response);
    }

    private static void unexpected(ServerRequest request, ServerResponse response, Throwable fault) {
        LOG.error("{} {} answered 500", request.prologue().method(), path(request), fault);
        Problem.of(ProblemType.INTERNAL_ERROR).send(request, response);
    }

    private static String path(ServerRequest request) {
        return CardData.masked(request.prologue().uriPath().rawPath());
    }

    private static ProblemType typeOf(Status status) {
        return switch (status.code()) {
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 414 -> ProblemType.URL_TOO_LONG;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemType.UNAVAILABLE;
            default -> status.code() < 500 ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL_ERROR;
        };
    }
}
