package org.csrgrid.grid.donation;

import java.time.Instant;
import org.csrgrid.grid.cluster.MemberCall;

/** Closes a pledge that is not paid yet. Durable when answered; a repeat finds it cancelled. */
public record CancelDonation(DonationKey donation, long actorId, Instant now) implements MemberCall<CancelOutcome> {}
