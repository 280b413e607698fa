package org.csrgrid.gridnode.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.live.AdminNews;
import org.csrgrid.grid.live.DonationMoved;
import org.csrgrid.grid.live.LiveEvent;
import org.csrgrid.grid.live.LiveListener;
import org.csrgrid.grid.live.LiveReader;
import org.csrgrid.grid.live.LiveRing;
import org.csrgrid.grid.live.MilestoneReached;
import org.csrgrid.grid.live.TotalsMoved;
import org.csrgrid.gridnode.TestGrid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a donation on a real member is told of, to whom. */
class LiveNewsTest {

    private static final List<LiveEvent> TOLD = new CopyOnWriteArrayList<>();

    private static TestGrid grid;
    private static List<LiveReader> readers;

    @BeforeAll
    static void start() {
        grid = TestGrid.start(1, Map.of("notifications.large-donation-minor", "900000", "live.campaign-pause", "50ms"));
        readers = List.of(LiveRing.values()).stream()
                .map(ring -> LiveReader.start(grid.grid(), ring, new LiveListener() {
                    @Override
                    public void happened(long sequence, LiveEvent event) {
                        TOLD.add(event);
                    }

                    @Override
                    public void lost() {
                        throw new AssertionError("nothing is lost here");
                    }
                }))
                .toList();
    }

    @AfterAll
    static void stop() {
        readers.forEach(LiveReader::close);
        grid.close();
    }

    @Test
    void a_captured_donation_is_told_to_its_donor_and_moves_the_campaigns_total() {
        Campaign campaign = grid.campaign(false);
        DonationKey key = grid.pledged(campaign, 21, 5_000, PaymentMethod.PAYROLL);

        await().untilAsserted(() -> assertThat(told(DonationMoved.class)).anySatisfy(moved -> {
            assertThat(moved.donationId()).isEqualTo(key.toString());
            assertThat(moved.donorId()).isEqualTo(21);
            assertThat(moved.status()).isEqualTo(DonationStatus.COMPLETED);
        }));
        await().untilAsserted(() -> assertThat(told(TotalsMoved.class)).anySatisfy(moved -> {
            assertThat(moved.campaignId()).isEqualTo(campaign.id());
            assertThat(moved.raised().minorUnits()).isEqualTo(5_000);
            assertThat(moved.donations()).isEqualTo(1);
        }));
    }

    @Test
    void a_large_donation_that_reaches_the_goal_is_told_to_administrators_and_the_organizer() {
        Campaign campaign = grid.campaign(false);
        long goal = campaign.content().goal().minorUnits();
        grid.pledged(campaign, 22, Math.max(goal, 900_000), PaymentMethod.PAYROLL);

        await().untilAsserted(() -> assertThat(told(MilestoneReached.class))
                .filteredOn(reached -> reached.campaignId() == campaign.id())
                .extracting(MilestoneReached::percent)
                .contains(25, 50, 75, 100));
        await().untilAsserted(() -> assertThat(told(AdminNews.class))
                .filteredOn(news -> news.campaignId() == campaign.id())
                .extracting(AdminNews::kind)
                .contains(AdminNews.Kind.LARGE_DONATION, AdminNews.Kind.MILESTONE));
    }

    private static <E> List<E> told(Class<E> type) {
        return TOLD.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
