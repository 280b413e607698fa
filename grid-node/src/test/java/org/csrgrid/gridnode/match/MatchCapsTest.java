package org.csrgrid.gridnode.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.gridnode.TestGrid;
import org.junit.jupiter.api.Test;

/** Many donations at once on the last of a programme's money. */
class MatchCapsTest {

    @Test
    void parallel_donations_never_exceed_the_budget_and_use_it_up() {
        try (TestGrid grid = TestGrid.start(2, Map.of("payments.reconcile-after", "5s"))) {
            grid.programme(100, 1_000_000, 10_000);
            Campaign campaign = grid.campaign(true);
            List<DonationKey> donations = IntStream.range(0, 60)
                    .parallel()
                    .mapToObj(i -> grid.pledged(campaign, 1_000 + i, 1_000, PaymentMethod.PAYROLL))
                    .toList();
            await().atMost(Duration.ofSeconds(30)).until(() -> donations.stream()
                    .allMatch(key -> grid.donation(key).completedAt() != null
                            && grid.donation(key).progress().isSettled()));
            assertThat(grid.totals(campaign).captured()).isEqualTo(60_000);
            assertThat(grid.totals(campaign).matched())
                    .isLessThanOrEqualTo(10_000)
                    .isGreaterThan(0);
        }
    }

    @Test
    void one_employee_is_matched_up_to_the_yearly_cap_to_the_cent() {
        try (TestGrid grid = TestGrid.start(1)) {
            grid.programme(50, 1_234, 1_000_000);
            Campaign campaign = grid.campaign(true);
            for (int i = 0; i < 4; i++) {
                DonationKey key = grid.pledged(campaign, 77, 999, PaymentMethod.PAYROLL);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> grid.donation(key).completedAt() != null);
            }
            assertThat(grid.totals(campaign).matched()).isEqualTo(1_234);
        }
    }
}
