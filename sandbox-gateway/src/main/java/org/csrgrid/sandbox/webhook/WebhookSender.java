package org.csrgrid.sandbox.webhook;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one webhook once. Safe for use by several threads. */
public final class WebhookSender implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(WebhookSender.class);

    private final Clock clock;
    private final Signature signature;
    private final Duration timeout;
    private final HttpClient client;

    /** Signs with the secret and the clock's time; a redirect counts as a refusal. */
    public WebhookSender(Clock clock, String secret, Duration timeout) {
        this.clock = clock;
        this.signature = new Signature(secret);
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /**
     * Posts the body and waits for the whole answer.
     *
     * @return whether the answer was 2xx and came in time
     * @throws InterruptedException if the thread is to stop
     */
    boolean send(URI receiver, byte[] body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(receiver)
                .header("Content-Type", "application/json")
                .header(Signature.HEADER, signature.sign(clock.instant(), body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            int status = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS).statusCode();
            return status >= 200 && status < 300;
        } catch (ExecutionException | TimeoutException fault) {
            LOGGER.debug("No answer from {}", receiver, fault);
            return false;
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
