package org.csrgrid.grid.donation;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;

/** What became of a cancellation. */
public sealed interface CancelOutcome {

    record Cancelled(Donation donation) implements CancelOutcome {}

    /** The money moved already, or the donation is closed otherwise. */
    record NotCancellable(DonationStatus status) implements CancelOutcome {}

    /** A worker moves the donation right now; try again shortly. */
    record Busy() implements CancelOutcome {}

    record DonationNotFound() implements CancelOutcome {}
}
