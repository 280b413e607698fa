package org.csrgrid.domain.donation;

import org.jspecify.annotations.Nullable;

/**
 * Where a donation is being paid.
 *
 * @param checkoutUrl where the donor finishes a payment that requires action, if anywhere
 */
public record PaymentReference(
        String gateway, String paymentId, @Nullable String checkoutUrl) {}
