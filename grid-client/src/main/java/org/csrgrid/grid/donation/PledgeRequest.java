package org.csrgrid.grid.donation;

import java.time.Instant;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.money.Money;

/**
 * A donor's wish to donate.
 *
 * @param idempotencyKey chosen by the donor's client; the same key never makes two donations
 * @param fingerprint SHA-256 of what was asked, to tell a repeat from a reused key
 */
public record PledgeRequest(
        long campaignId,
        long donorId,
        Money amount,
        PledgeDetails details,
        String idempotencyKey,
        String fingerprint,
        Instant now) {}
