package org.csrgrid.launcher.verify;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.csrgrid.grid.donation.DonationKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads both sides of I6, a page at a time: the gateway's payments and the ledger's captures there. */
final class GatewayComparison {

    private static final int PAGE = 5_000;
    private static final String COLUMNS =
            "SELECT id, campaign_id, donation_id, gateway_id, amount, currency FROM ledger ";
    private static final RowMapper<CapturedPayment> CAPTURE = (row, _) -> new CapturedPayment(
            row.getLong("id"),
            new DonationKey(row.getLong("campaign_id"), row.getLong("donation_id")),
            String.valueOf(row.getString("gateway_id")),
            LedgerPages.money(row, "amount", "currency"));

    private final Handle snapshot;
    private final Findings findings;
    private final VerificationOptions.Gateway gateway;

    GatewayComparison(Handle snapshot, Findings findings, VerificationOptions.Gateway gateway) {
        this.snapshot = snapshot;
        this.findings = findings;
        this.gateway = gateway;
    }

    void check() {
        GatewayRules rules = new GatewayRules(findings);
        new GatewayPayments(gateway).forEachPage(page -> rules.checkPayments(page, captures(page)));
        long after = Long.MIN_VALUE;
        List<CapturedPayment> page = captures(after);
        while (!page.isEmpty()) {
            rules.checkCaptures(page);
            page = captures(page.getLast().entryId());
        }
    }

    /** A payment's capture is found by its guard, as the ledger itself would refuse a second one. */
    private Map<String, CapturedPayment> captures(List<GatewayPayment> payments) {
        if (payments.isEmpty()) {
            return Map.of();
        }
        List<String> guards = payments.stream()
                .map(payment -> "captured:" + gateway.name() + ":" + payment.id())
                .toList();
        return snapshot.createQuery(COLUMNS + "WHERE guard IN (<guards>)")
                .bindList("guards", guards)
                .map(CAPTURE)
                .collect(Collectors.toMap(CapturedPayment::gatewayId, capture -> capture, (first, _) -> first));
    }

    private List<CapturedPayment> captures(long after) {
        return snapshot.createQuery(COLUMNS + """
                        WHERE id > :after AND gateway = :gateway AND kind IN ('CAPTURED', 'STRAY_CAPTURED')
                        ORDER BY id LIMIT :page
                        """)
                .bind("after", after)
                .bind("gateway", gateway.name())
                .bind("page", PAGE)
                .map(CAPTURE)
                .list();
    }
}
