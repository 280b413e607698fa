package org.csrgrid.sandbox.http;

import static java.util.Objects.requireNonNull;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.csrgrid.sandbox.json.PaymentJson;
import org.csrgrid.sandbox.simulation.Outcome;
import org.csrgrid.sandbox.simulation.Simulation;

/** {@code /payments/{id}/disputes}: plays the cardholder who disputes, and the card scheme that decides. */
final class DisputeService implements HttpService {
    private final Simulation simulation;
    private final PaymentJson json;

    DisputeService(Simulation simulation, PaymentJson json) {
        this.simulation = simulation;
        this.json = json;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/{id}/disputes", this::open).post("/{id}/disputes/{disputeId}/resolve", this::resolve);
    }

    private void open(ServerRequest request, ServerResponse response) {
        RequestBody body = RequestBody.read(request);
        send(
                response,
                Status.CREATED_201,
                simulation.openDispute(PathParts.id(request), Idempotency.of(request, body)));
    }

    private void resolve(ServerRequest request, ServerResponse response) {
        RequestBody body = RequestBody.read(request, "outcome");
        boolean won =
                switch (body.text("outcome")) {
                    case "won" -> true;
                    case "lost" -> false;
                    default -> throw ProblemException.field("outcome", "expected won or lost");
                };
        String disputeId = request.path().pathParameters().get("disputeId");
        send(
                response,
                Status.OK_200,
                simulation.resolveDispute(PathParts.id(request), disputeId, won, Idempotency.of(request, body)));
    }

    private void send(ServerResponse response, Status status, Outcome outcome) {
        Outcome.Applied applied = Answers.applied(outcome);
        Answers.json(
                response, status, json.dispute(requireNonNull(applied.payment().dispute(), "dispute is null")));
    }
}
