package org.csrgrid.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.Samples.euros;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationLife;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.PaymentSnapshot.GatewayDispute;
import org.csrgrid.domain.payment.PaymentSnapshot.GatewayRefund;
import org.csrgrid.domain.payment.PaymentSnapshot.Status;

/**
 * A gateway's webhooks arrive late, twice and in any order. Whatever is seen, once the newest state was seen, the donation is the same as if only that
 * one had come.
 */
class PaymentReconciliationProperties {

    private static final long CENTS = 10_000;

    @Property
    void any_interleaving_and_repetition_of_snapshots_leads_to_the_same_donation(
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 4_000) Integer> refunds,
            @ForAll Ending ending,
            @ForAll Random random) {
        List<PaymentSnapshot> history = history(refunds, ending);

        Donation expected = afterAll(List.of(history.getLast()));
        Donation shuffled = afterAll(disturbed(history, random));

        assertThat(shuffled.status()).isEqualTo(expected.status());
        assertThat(shuffled.refunded()).isEqualTo(expected.refunded());
        assertThat(shuffled.campaignRefunded()).isEqualTo(expected.campaignRefunded());
        assertThat(shuffled.refundable()).isEqualTo(expected.refundable());
        assertThat(facts(shuffled)).isEqualTo(facts(expected));
        assertThat(shuffled.stray()).isEqualTo(expected.stray());
    }

    private static Donation afterAll(List<PaymentSnapshot> snapshots) {
        DonationLife life = DonationLife.pledged(CENTS);
        for (PaymentSnapshot snapshot : snapshots) {
            assertThat(Gateway.reconcile(life, snapshot)).isInstanceOf(NextFact.UpToDate.class);
        }
        assertThat(Donation.fold(life.entries())).isEqualTo(life.donation());
        return life.donation();
    }

    /** Every state the gateway goes through, oldest first. */
    private static List<PaymentSnapshot> history(List<Integer> refunds, Ending ending) {
        var gateway = new Gateway(euros(CENTS));
        var history = new ArrayList<PaymentSnapshot>();
        history.add(gateway.status(Status.REQUIRES_ACTION).snapshot());
        history.add(gateway.status(Status.PROCESSING).snapshot());
        switch (ending) {
            case DECLINED -> history.add(gateway.status(Status.FAILED).snapshot());
            case CANCELLED -> history.add(gateway.status(Status.CANCELLED).snapshot());
            default -> paid(gateway, refunds, ending, history);
        }
        return history;
    }

    private static void paid(Gateway gateway, List<Integer> refunds, Ending ending, List<PaymentSnapshot> history) {
        history.add(gateway.status(Status.SUCCEEDED).snapshot());
        long left = CENTS;
        for (int i = 0; i < refunds.size() && left > 1; i++) {
            long cents = Math.min(left - 1, refunds.get(i));
            boolean refused = cents % 5 == 0;
            history.add(gateway.refund("re-" + i, cents, GatewayRefund.Status.PENDING, 0)
                    .snapshot());
            history.add(gateway.refund(
                            "re-" + i, cents, refused ? GatewayRefund.Status.FAILED : GatewayRefund.Status.SUCCEEDED, 0)
                    .snapshot());
            left -= refused ? 0 : cents;
        }
        if (ending == Ending.DISPUTE_WON || ending == Ending.DISPUTE_LOST) {
            history.add(gateway.dispute(GatewayDispute.Status.OPEN).snapshot());
            history.add(gateway.dispute(
                            ending == Ending.DISPUTE_WON ? GatewayDispute.Status.WON : GatewayDispute.Status.LOST)
                    .snapshot());
        }
    }

    /** Some states never seen, some twice, all out of order, and the newest at some time. */
    private static List<PaymentSnapshot> disturbed(List<PaymentSnapshot> history, Random random) {
        var seen = new ArrayList<PaymentSnapshot>();
        for (PaymentSnapshot snapshot : history) {
            for (int times = random.nextInt(3); times > 0; times--) {
                seen.add(random.nextInt(seen.size() + 1), snapshot);
            }
        }
        seen.add(random.nextInt(seen.size() + 1), history.getLast());
        return seen;
    }

    private static Set<List<Object>> facts(Donation donation) {
        return donation.refunds().stream()
                .map(PaymentReconciliationProperties::fact)
                .collect(Collectors.toSet());
    }

    private static List<Object> fact(Refund refund) {
        Money amount = refund.amount();
        return List.of(String.valueOf(refund.gatewayId()), amount, refund.status());
    }

    enum Ending {
        PAID,
        DECLINED,
        CANCELLED,
        DISPUTE_WON,
        DISPUTE_LOST
    }
}
