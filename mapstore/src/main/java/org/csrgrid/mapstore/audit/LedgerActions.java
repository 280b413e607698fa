package org.csrgrid.mapstore.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.csrgrid.domain.ledger.LedgerKind;

/** What the trail calls that which a ledger entry states. Stable: the names are hashed. */
final class LedgerActions {

    private LedgerActions() {}

    private static String of(LedgerKind kind) {
        return switch (kind) {
            case PLEDGED -> "donation.pledged";
            case CAPTURED -> "payment.captured";
            case PAYMENT_FAILED -> "payment.failed";
            case CANCELLED -> "donation.cancelled";
            case STRAY_CAPTURED -> "payment.stray-captured";
            case STRAY_REFUNDED -> "payment.stray-refunded";
            case REFUND_REQUESTED -> "refund.requested";
            case REFUND_FAILED -> "refund.failed";
            case REFUNDED -> "refund.completed";
            case DISPUTED -> "dispute.opened";
            case DISPUTE_WON -> "dispute.won";
            case DISPUTE_LOST -> "dispute.lost";
            case MATCH_POSTED -> "match.posted";
            case MATCH_REVERSED -> "match.reversed";
        };
    }

    /** A kind nobody knows, such as one that was tampered with, has a name too. */
    static String of(String kind) {
        return Arrays.stream(LedgerKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .map(LedgerActions::of)
                .orElseGet(() -> "ledger." + kind.toLowerCase(Locale.ROOT));
    }

    /** The kinds an action is about; none for actions that are no ledger entry's. */
    static List<String> kinds(String action) {
        return Arrays.stream(LedgerKind.values())
                .filter(kind -> of(kind).equals(action))
                .map(Enum::name)
                .toList();
    }
}
