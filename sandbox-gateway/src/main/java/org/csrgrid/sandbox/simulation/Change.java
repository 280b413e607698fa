package org.csrgrid.sandbox.simulation;

import java.util.Optional;
import org.csrgrid.sandbox.payment.Payment;
import org.jspecify.annotations.Nullable;

/**
 * One accepted change: what the journal keeps and a restart plays back.
 *
 * @param payment the payment after the change
 * @param event the event the change caused
 * @param request the request that asked for it, if it may be repeated
 * @param subject id of the refund or dispute the change was about
 */
public record Change(
        Payment payment,
        Optional<Event> event,
        Optional<IdempotentRequest> request,
        @Nullable String subject) {}
