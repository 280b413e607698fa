package org.csrgrid.gridnode.donation;

import org.csrgrid.domain.donation.Donation;

/** Hears of donations whose settlement has moved money, after it has ended. A repeat of a settlement may tell again. */
@FunctionalInterface
public interface SettlementListener {

    /** For where nobody listens. */
    SettlementListener NOBODY = _ -> {};

    /** Must return at once and not fail: the settlement waits for it. */
    void settled(Donation donation);
}
