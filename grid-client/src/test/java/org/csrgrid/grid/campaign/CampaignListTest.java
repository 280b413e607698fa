package org.csrgrid.grid.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.grid.Samples.NOW;
import static org.csrgrid.grid.Samples.euros;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.Samples;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.TestCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignListTest {

    private static final Viewer ADMIN = new Viewer(1, Set.of(Role.ADMIN), 0);
    private static final int LIMIT = 7;

    private static TestCluster cluster;
    private static HazelcastInstance client;

    private final Random random = new Random(20260301);
    private final CampaignGrid campaigns = new CampaignGrid(client);
    private final Map<Long, Campaign> all = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        cluster = TestCluster.of(2);
        client = cluster.client();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void fill() {
        client.getMap(GridMaps.CAMPAIGNS).clear();
        for (int i = 0; i < 100; i++) {
            create();
        }
    }

    @ParameterizedTest
    @EnumSource
    void pages_hold_every_campaign_once_and_in_order(CampaignSort sort) {
        List<Campaign> listed = pages(query(ADMIN, sort), false);

        assertThat(listed).isSortedAccordingTo(Comparator.comparing(sort::positionOf));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(all.values());
    }

    @ParameterizedTest
    @EnumSource
    void campaigns_that_come_in_between_neither_hide_nor_repeat_others(CampaignSort sort) {
        Set<Long> before = Set.copyOf(all.keySet());

        List<Campaign> listed = pages(query(ADMIN, sort), true);

        assertThat(listed).extracting(Campaign::id).doesNotHaveDuplicates().containsAll(before);
        assertThat(listed).isSortedAccordingTo(Comparator.comparing(sort::positionOf));
        assertThat(all).hasSizeGreaterThan(before.size());
    }

    @Test
    void orders_are_what_their_names_say() {
        assertThat(pages(query(ADMIN, CampaignSort.NEWEST), false))
                .isSortedAccordingTo(Comparator.comparing(Campaign::id).reversed());
        assertThat(pages(query(ADMIN, CampaignSort.ENDING_SOON), false))
                .isSortedAccordingTo(Comparator.comparing(c -> c.content().endsAt()));
        assertThat(pages(query(ADMIN, CampaignSort.LARGEST_GOAL), false))
                .isSortedAccordingTo(
                        Comparator.comparing((Campaign c) -> c.content().goal().minorUnits())
                                .reversed());
        assertThat(pages(query(ADMIN, CampaignSort.FEATURED), false))
                .isSortedAccordingTo(
                        Comparator.comparing((Campaign c) -> c.content().featured())
                                .thenComparing(c -> c.content().priority())
                                .reversed());
    }

    @Test
    void a_viewer_is_shown_only_what_may_be_seen() {
        assertThat(pages(query(Viewer.ANONYMOUS, CampaignSort.NEWEST), false))
                .isNotEmpty()
                .allMatch(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .hasSize((int) count(CampaignStatus.ACTIVE));
    }

    @Test
    void filters_narrow_the_list() {
        var drafts = new CampaignQuery(
                ADMIN, Set.of(CampaignStatus.DRAFT), 70, 700, "health", true, CampaignSort.NEWEST, null, LIMIT);
        var elsewhere = new CampaignQuery(ADMIN, Set.of(), 71, 0, null, false, CampaignSort.NEWEST, null, LIMIT);

        assertThat(pages(drafts, false))
                .isNotEmpty()
                .allMatch(c -> c.status() == CampaignStatus.DRAFT && c.content().featured());
        assertThat(campaigns.list(elsewhere)).isEqualTo(new CampaignPage(List.of(), null));
    }

    private List<Campaign> pages(CampaignQuery first, boolean insertInBetween) {
        var listed = new ArrayList<Campaign>();
        CampaignQuery query = first;
        while (true) {
            CampaignPage page = campaigns.list(query);
            assertThat(page.campaigns()).hasSizeLessThanOrEqualTo(LIMIT);
            listed.addAll(page.campaigns());
            if (page.next() == null) {
                return listed;
            }
            query = after(query, page.next());
            if (insertInBetween) {
                create();
            }
        }
    }

    private void create() {
        long id = random.nextLong(1, 1_000_000);
        boolean featured = random.nextInt(4) == 0;
        int priority =
                switch (random.nextInt(4)) {
                    case 0 -> Integer.MAX_VALUE;
                    case 1 -> Integer.MIN_VALUE;
                    default -> random.nextInt(3);
                };
        var content = Samples.content(
                euros(1 + random.nextInt(20)), NOW.plus(Duration.ofDays(1 + random.nextInt(20))), featured, priority);
        Campaign campaign =
                Samples.campaign(id, random.nextBoolean() ? CampaignStatus.ACTIVE : CampaignStatus.DRAFT, content);
        if (all.putIfAbsent(id, campaign) == null) {
            campaigns.create(campaign);
        }
    }

    private long count(CampaignStatus status) {
        return all.values().stream()
                .filter(campaign -> campaign.status() == status)
                .count();
    }

    private static CampaignQuery query(Viewer viewer, CampaignSort sort) {
        return new CampaignQuery(viewer, Set.of(), 0, 0, null, false, sort, null, LIMIT);
    }

    private static CampaignQuery after(CampaignQuery query, CampaignPosition position) {
        return new CampaignQuery(
                query.viewer(),
                query.statuses(),
                query.organizationId(),
                query.organizerId(),
                query.category(),
                query.featuredOnly(),
                query.sort(),
                position,
                query.limit());
    }
}
