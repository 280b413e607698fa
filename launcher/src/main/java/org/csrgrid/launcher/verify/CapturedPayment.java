package org.csrgrid.launcher.verify;

import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.donation.DonationKey;

/** A capture in the ledger, of a donation that was open or of one that was closed already. */
record CapturedPayment(long entryId, DonationKey donation, String gatewayId, Money amount) {}
