package org.csrgrid.sandbox.http;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.csrgrid.sandbox.json.PaymentJson;
import org.csrgrid.sandbox.payment.Behaviour;
import org.csrgrid.sandbox.payment.Payment;
import org.csrgrid.sandbox.payment.PaymentRequest;
import org.csrgrid.sandbox.simulation.Outcome;
import org.csrgrid.sandbox.simulation.PaymentBook;
import org.csrgrid.sandbox.simulation.Simulation;

/** {@code /payments}: create, read, list and cancel. */
final class PaymentService implements HttpService {
    private static final Pattern METHOD = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1000;

    private final PaymentBook book;
    private final Simulation simulation;
    private final PaymentJson json;
    private final Duration lateAnswer;

    PaymentService(PaymentBook book, Simulation simulation, PaymentJson json, Duration lateAnswer) {
        this.book = book;
        this.simulation = simulation;
        this.json = json;
        this.lateAnswer = lateAnswer;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/", this::create)
                .get("/", this::list)
                .get("/{id}", this::get)
                .post("/{id}/cancel", this::cancel);
    }

    private void create(ServerRequest request, ServerResponse response) {
        RequestBody body =
                RequestBody.read(request, "reference", "amount", "currency", "method", "webhookUrl", "returnUrl");
        Outcome.Applied applied =
                Answers.applied(simulation.create(paymentRequest(body), Idempotency.of(request, body)));
        if (applied.fresh() && applied.payment().behaviour() == Behaviour.ANSWERS_LATE) {
            waitForLateAnswer();
        }
        Answers.json(response, Status.CREATED_201, json.payment(applied.payment()));
    }

    private void list(ServerRequest request, ServerResponse response) {
        Optional<String> reference = request.query().first("reference").asOptional();
        if (reference.isPresent()) {
            Answers.json(response, Status.OK_200, json.payments(book.withReference(reference.get()), false));
            return;
        }
        int limit = limit(request);
        List<Payment> found =
                book.after(request.query().first("after").asOptional().orElse(null), limit + 1);
        boolean hasMore = found.size() > limit;
        Answers.json(response, Status.OK_200, json.payments(hasMore ? found.subList(0, limit) : found, hasMore));
    }

    private void get(ServerRequest request, ServerResponse response) {
        Answers.json(response, Status.OK_200, json.payment(PathParts.payment(request, book)));
    }

    private void cancel(ServerRequest request, ServerResponse response) {
        RequestBody body = RequestBody.read(request);
        Outcome.Applied applied =
                Answers.applied(simulation.cancel(PathParts.id(request), Idempotency.of(request, body)));
        Answers.json(response, Status.OK_200, json.payment(applied.payment()));
    }

    private static PaymentRequest paymentRequest(RequestBody body) {
        String method = body.text("method");
        if (!METHOD.matcher(method).matches()) {
            throw ProblemException.field("method", "expected a name such as card or bank_transfer");
        }
        return new PaymentRequest(
                body.text("reference"),
                body.money("amount", body.currency("currency")),
                method,
                body.url("webhookUrl"),
                body.optionalUrl("returnUrl").orElse(null));
    }

    private static int limit(ServerRequest request) {
        String text = request.query().first("limit").orElse(String.valueOf(DEFAULT_LIMIT));
        if (text.matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        }
        throw ProblemException.of(
                Status.BAD_REQUEST_400, "limit: expected a number from 1 to %d".formatted(LARGEST_LIMIT));
    }

    private void waitForLateAnswer() {
        try {
            Thread.sleep(lateAnswer);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
