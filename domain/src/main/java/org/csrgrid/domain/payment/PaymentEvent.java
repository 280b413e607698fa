package org.csrgrid.domain.payment;

import java.time.Instant;

/**
 * A gateway's webhook as it came in: verified, but not yet worked off. Stored before the gateway gets its answer.
 *
 * @param eventId the gateway's id; a repeated delivery has the same one
 * @param body the raw JSON whose signature was verified
 */
public record PaymentEvent(String gateway, String eventId, String type, String body, Instant receivedAt) {}
