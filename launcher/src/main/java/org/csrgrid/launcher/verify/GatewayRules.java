package org.csrgrid.launcher.verify;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/** The gateway's payments against the ledger's captures: all payments first, then all captures. Used by one thread. */
final class GatewayRules {

    private final Findings findings;
    private long[] matched = new long[1_024];
    private int matches;
    private boolean sorted;

    GatewayRules(Findings findings) {
        this.findings = findings;
    }

    /** @param captures the ledger's captures of these payments, by the gateway's payment id */
    void checkPayments(Collection<GatewayPayment> payments, Map<String, CapturedPayment> captures) {
        for (GatewayPayment payment : payments) {
            findings.looked(Invariant.I6, 1);
            CapturedPayment capture = captures.get(payment.id());
            String subject = "payment %s of donation %s".formatted(payment.id(), payment.reference());
            if (capture != null) {
                remember(capture.entryId());
            }
            if (payment.isSucceeded() != (capture != null)) {
                findings.drift(
                        Invariant.I6,
                        subject + ", " + payment.status() + " at the gateway",
                        payment.isSucceeded() ? "a capture of " + payment.amount() + " in the ledger" : "no capture",
                        capture == null ? "none" : "entry " + capture.entryId());
            } else if (capture != null) {
                findings.compare(Invariant.I6, subject + " amount in the ledger", payment.amount(), capture.amount());
                findings.compare(
                        Invariant.I6,
                        "donation of payment %s in the ledger".formatted(payment.id()),
                        payment.reference(),
                        capture.donation().toString());
            }
        }
    }

    /** After the last payment: every capture must have been met. */
    void checkCaptures(Collection<CapturedPayment> captures) {
        sort();
        for (CapturedPayment capture : captures) {
            if (Arrays.binarySearch(matched, 0, matches, capture.entryId()) < 0) {
                findings.drift(
                        Invariant.I6,
                        "entry %d of donation %s captured".formatted(capture.entryId(), capture.donation()),
                        "a payment at the gateway",
                        "none named " + capture.gatewayId());
            }
        }
    }

    private void remember(long entryId) {
        if (matches == matched.length) {
            matched = Arrays.copyOf(matched, matches * 2);
        }
        matched[matches++] = entryId;
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(matched, 0, matches);
            sorted = true;
        }
    }
}
