package org.csrgrid.grid.donation;

import org.csrgrid.domain.donation.Donation;

/** Whether a worker may move a donation. */
public sealed interface LeaseOutcome {

    /** @param donation with the lease, whose token goes with every later step */
    record Granted(Donation donation) implements LeaseOutcome {}

    /** Somebody else is at it; try again later. */
    record Busy() implements LeaseOutcome {}

    record DonationNotFound() implements LeaseOutcome {}
}
