package org.csrgrid.sandbox.http;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.csrgrid.sandbox.json.PaymentJson;
import org.csrgrid.sandbox.payment.Money;
import org.csrgrid.sandbox.payment.Payment;
import org.csrgrid.sandbox.simulation.Outcome;
import org.csrgrid.sandbox.simulation.PaymentBook;
import org.csrgrid.sandbox.simulation.Simulation;

/** {@code /payments/{id}/refunds}: the client gives money back. */
final class RefundService implements HttpService {
    private final PaymentBook book;
    private final Simulation simulation;
    private final PaymentJson json;

    RefundService(PaymentBook book, Simulation simulation, PaymentJson json) {
        this.book = book;
        this.simulation = simulation;
        this.json = json;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/{id}/refunds", this::create);
    }

    private void create(ServerRequest request, ServerResponse response) {
        RequestBody body = RequestBody.read(request, "amount", "reason");
        Payment payment = PathParts.payment(request, book);
        Money amount = body.money("amount", payment.amount().currency());
        body.optionalText("reason");
        Outcome.Applied applied =
                Answers.applied(simulation.refund(payment.id(), amount, Idempotency.of(request, body)));
        String refundId = String.valueOf(applied.subject());
        Answers.json(
                response,
                Status.CREATED_201,
                json.refund(applied.payment().refund(refundId).orElseThrow()));
    }
}
