package org.csrgrid.sandbox.http;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.csrgrid.sandbox.json.PaymentJson;
import org.csrgrid.sandbox.simulation.Event;
import org.csrgrid.sandbox.simulation.PaymentBook;
import org.csrgrid.sandbox.webhook.Deliveries;

/** {@code /simulator}: what no real gateway offers, to look behind the scenes and to send old events again. */
final class SimulatorService implements HttpService {
    private final PaymentBook book;
    private final Deliveries deliveries;
    private final PaymentJson json;

    SimulatorService(PaymentBook book, Deliveries deliveries, PaymentJson json) {
        this.book = book;
        this.deliveries = deliveries;
        this.json = json;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/events", this::events).post("/webhooks/{id}/replay", this::replay);
    }

    private void events(ServerRequest request, ServerResponse response) {
        String paymentId = request.query()
                .first("payment")
                .asOptional()
                .orElseThrow(() -> ProblemException.of(Status.BAD_REQUEST_400, "payment: required"));
        Answers.json(response, Status.OK_200, json.events(book.eventsOf(paymentId)));
    }

    private void replay(ServerRequest request, ServerResponse response) {
        Event event = book.event(PathParts.id(request))
                .orElseThrow(() -> ProblemException.of(
                        Status.NOT_FOUND_404, "There is no event %s.".formatted(PathParts.id(request))));
        deliveries.replay(event);
        Answers.json(response, Status.ACCEPTED_202, json.event(event));
    }
}
