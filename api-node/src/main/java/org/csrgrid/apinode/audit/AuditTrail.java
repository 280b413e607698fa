package org.csrgrid.apinode.audit;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.http.AuditNotes;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.apinode.limit.ClientAddresses;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditOutcome;
import org.csrgrid.grid.audit.AuditGrid;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Records every change, log-in and denial. The entry is durable before the first byte of the answer goes out: what was acknowledged is audited, whoever
 * dies next. Where the ledger has the durable fact already, nobody waits; the entry then only adds where the request came from.
 */
public final class AuditTrail implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final String API = "/api/";
    private static final List<String> IN_THE_LEDGER = List.of("/api/v1/donations", "/api/v1/payments/webhooks");
    private static final String WEBHOOK = "request.webhook";
    private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS");
    private static final List<String> PATH_IDS = List.of("id", "channel", "name", "layer");
    private static final List<HeaderName> OF_THE_ANSWER_NOT_GIVEN =
            List.of(HeaderNames.CONTENT_LENGTH, HeaderNames.LOCATION, HeaderNames.ETAG);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final String UNMATCHED = "none";
    private static final int FAULTS = 500;

    private final AuditRecorder recorder;
    private final GridIds ids;
    private final Access access;
    private final ClientAddresses addresses;
    private final InstantSource clock;

    public AuditTrail(
            AuditGrid trail, GridIds ids, Access access, ClientAddresses addresses, InstantSource clock) {
        recorder = new AuditRecorder(trail::append);
        this.ids = ids;
        this.access = access;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String path = request.prologue().uriPath().path();
        if (!path.startsWith(API)) {
            chain.proceed();
        } else if (READS.contains(request.prologue().method().text())) {
            chain.proceed();
            noteDenial(request, response);
        } else {
            // Asked for now, because a request may end the session it came with.
            var notes = new AuditNotes(access.viewerIfKnown(request).userId());
            request.context().register(notes);
            if (IN_THE_LEDGER.stream().anyMatch(path::startsWith)) {
                chain.proceed();
                note(request, response, notes);
            } else {
                recordBeforeAnswering(request, response, notes);
                chain.proceed();
            }
        }
    }

    private void noteDenial(RoutingRequest request, RoutingResponse response) {
        if (isDenial(response.status())) {
            note(request, response, new AuditNotes(access.viewerIfKnown(request).userId()));
        }
    }

    /** The server asks for this stream after everything is decided and before anything is sent. A failure is answered by another stream. */
    private void recordBeforeAnswering(RoutingRequest request, RoutingResponse response, AuditNotes notes) {
        var first = new AtomicBoolean(true);
        response.streamFilter(stream -> {
            if (first.getAndSet(false)) {
                if (response.status().code() >= FAULTS) {
                    note(request, response, notes);
                } else {
                    record(request, response, notes);
                }
            }
            return stream;
        });
    }

    private void record(RoutingRequest request, RoutingResponse response, AuditNotes notes) {
        try {
            entry(request, response, notes).ifPresent(recorder::record);
        } catch (GridUnavailableException failure) {
            OF_THE_ANSWER_NOT_GIVEN.forEach(response.headers()::remove);
            throw failure;
        }
    }

    private void note(RoutingRequest request, RoutingResponse response, AuditNotes notes) {
        try {
            entry(request, response, notes).ifPresent(recorder::note);
        } catch (GridUnavailableException noId) {
            LOG.error("Not audited, since the grid gives no ids: {}", noId.getMessage());
        }
    }

    private Optional<AuditEntry> entry(RoutingRequest request, RoutingResponse response, AuditNotes notes) {
        var route = AuditedRoutes.of(
                request.prologue().method().text(), request.matchingPattern().orElse(UNMATCHED));
        return outcome(route.action(), response.status())
                .map(outcome -> new AuditEntry(
                        ids.next(),
                        Times.now(clock),
                        notes.actorId(),
                        route.action(),
                        outcome,
                        notes.objectType().isEmpty() ? route.type() : notes.objectType(),
                        object(request, response, notes),
                        addresses.of(request),
                        Optional.ofNullable(MDC.get("request")).orElse(""),
                        notes.before(),
                        notes.after()));
    }

    private static Optional<AuditOutcome> outcome(String action, Status status) {
        if (status.code() < 300) {
            // The gateway's events are in the ledger; only those that were refused are not.
            return action.equals(WEBHOOK) ? Optional.empty() : Optional.of(AuditOutcome.SUCCESS);
        }
        if (isDenial(status)) {
            return Optional.of(action.equals(AuditedRoutes.LOGIN) ? AuditOutcome.FAILURE : AuditOutcome.DENIED);
        }
        return status.code() >= FAULTS ? Optional.of(AuditOutcome.UNKNOWN) : Optional.empty();
    }

    private static boolean isDenial(Status status) {
        return status.code() == Status.UNAUTHORIZED_401.code() || status.code() == Status.FORBIDDEN_403.code();
    }

    /** Never anything but an id: what clients write into a path may be personal. */
    private static String object(RoutingRequest request, RoutingResponse response, AuditNotes notes) {
        if (!notes.objectId().isEmpty()) {
            return notes.objectId();
        }
        Parameters parameters = request.path().pathParameters();
        for (String name : PATH_IDS) {
            if (parameters.contains(name)) {
                String id = parameters.get(name);
                return ID.matcher(id).matches() ? id : "";
            }
        }
        if (response.headers().contains(HeaderNames.LOCATION)) {
            String location = response.headers().get(HeaderNames.LOCATION).get();
            return location.substring(location.lastIndexOf('/') + 1);
        }
        return "";
    }

    @Override
    public void afterStop() {
        recorder.close();
    }
}
