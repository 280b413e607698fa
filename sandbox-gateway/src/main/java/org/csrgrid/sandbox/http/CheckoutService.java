package org.csrgrid.sandbox.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import org.csrgrid.sandbox.payment.Payment;
import org.csrgrid.sandbox.simulation.Outcome;
import org.csrgrid.sandbox.simulation.PaymentBook;
import org.csrgrid.sandbox.simulation.Simulation;

/** {@code /checkout}: the page where the payer decides; it needs no API key, knowing the payment's id is enough. */
final class CheckoutService implements HttpService {
    private final PaymentBook book;
    private final Simulation simulation;

    CheckoutService(PaymentBook book, Simulation simulation) {
        this.book = book;
        this.simulation = simulation;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/{id}", this::show).post("/{id}/approve", this::approve).post("/{id}/decline", this::decline);
    }

    private void show(ServerRequest request, ServerResponse response) {
        Answers.html(response, CheckoutPage.of(PathParts.payment(request, book)));
    }

    private void approve(ServerRequest request, ServerResponse response) {
        leave(response, simulation.approve(PathParts.id(request)));
    }

    private void decline(ServerRequest request, ServerResponse response) {
        leave(response, simulation.decline(PathParts.id(request)));
    }

    private static void leave(ServerResponse response, Outcome outcome) {
        Payment payment = Answers.applied(outcome).payment();
        URI returnUrl = payment.request().returnUrl();
        response.status(Status.SEE_OTHER_303)
                .header(
                        HeaderNames.LOCATION,
                        returnUrl == null ? "/checkout/" + payment.id() : returnUrl.toASCIIString())
                .send();
    }
}
