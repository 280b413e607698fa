package org.csrgrid.apinode.payment;

import io.helidon.http.ServerRequestHeaders;
import java.time.Instant;

/** How one gateway proves that a webhook is its own. Safe for use by many threads. */
interface WebhookVerifier {

    /** Whether the signature in the headers fits the raw bytes and is recent. */
    boolean isGenuine(ServerRequestHeaders headers, byte[] body, Instant now);
}
