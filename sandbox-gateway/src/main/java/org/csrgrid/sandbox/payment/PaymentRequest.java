package org.csrgrid.sandbox.payment;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A wish to collect money.
 *
 * @param reference the client's own name for it, not necessarily unique
 * @param returnUrl where the checkout page sends the payer afterwards; null shows a closing page
 */
public record PaymentRequest(
        String reference,
        Money amount,
        String method,
        URI webhookUrl,
        @Nullable URI returnUrl) {}
