package org.csrgrid.sandbox.http;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import org.csrgrid.sandbox.json.Json;
import org.csrgrid.sandbox.json.PaymentJson;
import org.csrgrid.sandbox.simulation.PaymentBook;
import org.csrgrid.sandbox.simulation.Simulation;
import org.csrgrid.sandbox.webhook.Deliveries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every path of the gateway. */
public final class GatewayRouting {
    private static final Logger LOGGER = LoggerFactory.getLogger(GatewayRouting.class);

    private GatewayRouting() {}

    /** The routing; {@code /checkout} and {@code /health} are open, all else asks for the API key. */
    public static HttpRouting.Builder of(
            String apiKey,
            Duration lateAnswer,
            PaymentBook book,
            Simulation simulation,
            Deliveries deliveries,
            PaymentJson json) {
        ApiKey key = new ApiKey(apiKey);
        return HttpRouting.builder()
                .get("/health", (request, response) -> health(response, book))
                .register("/checkout", new CheckoutService(book, simulation))
                .any("/payments", key)
                .any("/payments/*", key)
                .any("/simulator/*", key)
                .register(
                        "/payments",
                        new PaymentService(book, simulation, json, lateAnswer),
                        new RefundService(book, simulation, json),
                        new DisputeService(simulation, json))
                .register("/simulator", new SimulatorService(book, deliveries, json))
                .any(GatewayRouting::unknown)
                .error(ProblemException.class, GatewayRouting::problem)
                .error(Exception.class, GatewayRouting::fault);
    }

    private static void health(ServerResponse response, PaymentBook book) {
        Answers.json(response, Status.OK_200, Json.bytes(generator -> {
            generator.writeStartObject();
            generator.writeStringField("status", "UP");
            generator.writeNumberField("payments", book.size());
            generator.writeNumberField("undeliveredEvents", book.undeliveredEvents());
            generator.writeEndObject();
        }));
    }

    private static void unknown(ServerRequest request, ServerResponse response) {
        throw ProblemException.of(
                Status.NOT_FOUND_404,
                "There is no %s %s."
                        .formatted(
                                request.prologue().method().text(),
                                request.path().path()));
    }

    private static void problem(ServerRequest request, ServerResponse response, ProblemException problem) {
        Answers.problem(response, problem.status(), String.valueOf(problem.getMessage()), problem.pointer());
    }

    private static void fault(ServerRequest request, ServerResponse response, Exception fault) {
        LOGGER.error(
                "{} {} failed",
                request.prologue().method().text(),
                request.path().path(),
                fault);
        Answers.problem(response, Status.INTERNAL_SERVER_ERROR_500, "The gateway failed; see its log.", null);
    }
}
