package org.csrgrid.apinode.payment;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.config.settings.PaymentSettings;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.grid.payment.PaymentInbox;

/** Takes gateways' webhooks: verified, made durable, handed to a job, acknowledged. The gateway is answered 2xx only once the event is durable. */
public final class WebhookService implements HttpService {

    private static final String SANDBOX = "sandbox";
    private static final int LARGEST = 256 * 1024;
    private static final byte[] RECEIVED = "{\"received\":true}".getBytes(StandardCharsets.US_ASCII);

    private final PaymentInbox inbox;
    private final JobGrid jobs;
    private final WebhookVerifier sandbox;
    private final InstantSource clock;

    public WebhookService(PaymentInbox inbox, JobGrid jobs, PaymentSettings settings, InstantSource clock) {
        this.inbox = inbox;
        this.jobs = jobs;
        this.clock = clock;
        sandbox = new SandboxWebhookVerifier(settings.webhookSecret().reveal(), settings.webhookTolerance());
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/sandbox").post(this::sandbox).others();
    }

    private void sandbox(ServerRequest request, ServerResponse response) {
        Instant now = Times.now(clock);
        byte[] body = RequestBody.bytes(request, LARGEST);
        if (!sandbox.isGenuine(request.headers(), body, now)) {
            throw Problem.of(ProblemType.INVALID_SIGNATURE).asException();
        }
        String text = RequestBody.decode(body);
        SandboxEvent event = SandboxEvent.parse(text)
                .orElseThrow(() -> Problem.of(ProblemType.MALFORMED_BODY, "The body is not an event of this gateway.")
                        .asException());
        receive(new PaymentEvent(SANDBOX, event.id(), event.type(), text, now), event);
        response.header(Headers.JSON);
        response.header(Headers.NO_STORE);
        response.send(RECEIVED);
    }

    private void receive(PaymentEvent event, SandboxEvent details) {
        inbox.receive(event);
        jobs.enqueue(PaymentJobs.processPaymentEvent(event, details.donation(), event.receivedAt()));
    }
}
