package org.csrgrid.domain.campaign;

/**
 * Whether and how far the company adds to a campaign's donations.
 *
 * @param ratePercent 0 takes the programme's rate
 * @param capMinorUnits in the campaign's currency; 0 means no cap of the campaign's own
 */
public record Matching(boolean enabled, int ratePercent, long capMinorUnits) {

    public static final Matching OFF = new Matching(false, 0, 0);

    public Matching {
        if (ratePercent < 0 || ratePercent > 1000) {
            throw new IllegalArgumentException("ratePercent: %d (expected: 0..1000)".formatted(ratePercent));
        }
        if (capMinorUnits < 0) {
            throw new IllegalArgumentException("cap: %d (expected: >= 0)".formatted(capMinorUnits));
        }
    }
}
