package org.csrgrid.launcher.verify;

import org.csrgrid.domain.campaign.CampaignTotals;

/**
 * A campaign's totals in minor units of its currency, wherever they come from.
 *
 * @param version how many ledger entries are contained
 */
record CampaignFigures(
        String currency,
        long captured,
        long refunded,
        long disputesLost,
        long matched,
        long matchReversed,
        long donations,
        long version) {

    static CampaignFigures none(String currency) {
        return new CampaignFigures(currency, 0, 0, 0, 0, 0, 0, 0);
    }

    static CampaignFigures of(CampaignTotals totals) {
        return new CampaignFigures(
                totals.currency().getCurrencyCode(),
                totals.captured(),
                totals.refunded(),
                totals.disputesLost(),
                totals.matched(),
                totals.matchReversed(),
                totals.donations(),
                totals.version());
    }

    /** With one more row of the ledger. */
    CampaignFigures plus(LedgerLine line) {
        long amount = line.campaignAmount().minorUnits();
        return switch (line.kind()) {
            case CAPTURED -> more(amount, 0, 0, 0, 0, 1);
            case REFUNDED -> more(0, amount, 0, 0, 0, 0);
            case DISPUTE_LOST -> more(0, 0, amount, 0, 0, 0);
            case MATCH_POSTED -> more(0, 0, 0, amount, 0, 0);
            case MATCH_REVERSED -> more(0, 0, 0, 0, amount, 0);
            case PLEDGED,
                    PAYMENT_FAILED,
                    CANCELLED,
                    STRAY_CAPTURED,
                    STRAY_REFUNDED,
                    REFUND_REQUESTED,
                    REFUND_FAILED,
                    DISPUTED,
                    DISPUTE_WON -> this;
        };
    }

    private CampaignFigures more(
            long capturedMore, long back, long lost, long match, long reversed, int donationsMore) {
        return new CampaignFigures(
                currency,
                Math.addExact(captured, capturedMore),
                Math.addExact(refunded, back),
                Math.addExact(disputesLost, lost),
                Math.addExact(matched, match),
                Math.addExact(matchReversed, reversed),
                donations + donationsMore,
                version + 1);
    }

    boolean isEmpty() {
        return version == 0;
    }

    @Override
    public String toString() {
        return "%s captured %d refunded %d lost %d matched %d reversed %d donations %d entries %d"
                .formatted(currency, captured, refunded, disputesLost, matched, matchReversed, donations, version);
    }
}
