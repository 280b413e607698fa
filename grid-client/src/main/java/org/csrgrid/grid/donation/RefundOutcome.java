package org.csrgrid.grid.donation;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.money.Money;

/** What became of a wish for a refund. */
public sealed interface RefundOutcome {

    /** @param requestEntryId tells which of the donation's refunds it is */
    record Requested(Donation donation, long requestEntryId) implements RefundOutcome {}

    /** The same request came before; this is what it led to. */
    record Replayed(Donation donation, long requestEntryId) implements RefundOutcome {}

    /** The key belongs to another request. */
    record KeyReused() implements RefundOutcome {}

    record NotRefundable(DonationStatus status) implements RefundOutcome {}

    record ExceedsRefundable(Money refundable) implements RefundOutcome {}

    /** A worker moves the donation right now; try again shortly. */
    record Busy() implements RefundOutcome {}

    record DonationNotFound() implements RefundOutcome {}
}
