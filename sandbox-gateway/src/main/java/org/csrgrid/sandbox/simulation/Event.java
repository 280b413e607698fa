package org.csrgrid.sandbox.simulation;

import java.time.Instant;
import org.csrgrid.sandbox.payment.EventType;
import org.csrgrid.sandbox.payment.Payment;

/**
 * Something receivers are told.
 *
 * @param dueAt when it is first sent; never sent by itself if the payment's behaviour is to send no webhooks
 * @param payment the payment right after the change
 */
public record Event(String id, EventType type, Instant createdAt, Instant dueAt, Payment payment) {}
