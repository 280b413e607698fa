package org.csrgrid.grid.donation;

import java.util.List;
import org.csrgrid.domain.donation.Donation;

/** @param nextBeforeId where the next page begins, or 0 after the last */
public record DonationPage(List<Donation> donations, long nextBeforeId) {

    public DonationPage {
        donations = List.copyOf(donations);
    }
}
