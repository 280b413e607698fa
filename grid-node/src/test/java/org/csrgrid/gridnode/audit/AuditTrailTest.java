package org.csrgrid.gridnode.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditOutcome;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.grid.audit.AuditGrid;
import org.csrgrid.grid.audit.AuditSearch;
import org.csrgrid.grid.audit.InclusionProof;
import org.csrgrid.grid.audit.ListedEntry;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.gridnode.GridNode;
import org.csrgrid.gridnode.TestGrid;
import org.csrgrid.mapstore.audit.AnchorFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real members, one of which seals. */
class AuditTrailTest {

    @TempDir
    Path folder;

    private Map<String, String> settings() {
        return Map.of("audit.anchor-folder", folder.toString(), "audit.seal-interval", "200ms");
    }

    private static AuditEntry entry(long id) {
        return new AuditEntry(
                id,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                7,
                "cache.cleared",
                AuditOutcome.SUCCESS,
                "cache",
                "widgets",
                "192.0.2.7",
                "r",
                null,
                null);
    }

    private static InclusionProof proof(HazelcastInstance grid, long id) {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> new AuditGrid(grid).prove(id).orElse(null), found -> found != null);
    }

    @Test
    void an_entry_outlives_the_member_that_took_it_in_and_the_one_that_sealed() throws Exception {
        try (TestGrid product = TestGrid.start(1, settings())) {
            GridNode second = product.startMember();
            HazelcastInstance survivor = second.grid();
            new AuditGrid(survivor).append(List.of(entry(1)));
            proof(survivor, 1);
            new AuditGrid(product.grid()).append(List.of(entry(2)));

            product.grid().getLifecycleService().terminate();

            assertThat(proof(survivor, 2).canonical()).contains("cache.cleared");
            new AuditGrid(survivor).append(List.of(entry(3)));
            proof(survivor, 3);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(new AnchorFolder(folder).read())
                            .extracting(SignedHead::head)
                            .endsWith(new AuditGrid(survivor).heads(0, 100).heads().getLast().head()));
        }
    }

    @Test
    void money_is_audited_from_the_ledger_once_per_fact() {
        try (TestGrid product = TestGrid.start(1, settings())) {
            Campaign campaign = product.campaign(false);
            DonationKey key = product.pledged(campaign, 11, 2_500, PaymentMethod.CARD);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> product.donation(key).status() == DonationStatus.COMPLETED);
            var search = new AuditSearch(
                    AuditSearch.ANYBODY, null, null, "donation", key.toString(), null, null, null, 0, 100);
            var trail = new AuditGrid(product.grid());

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(trail.search(search).entries())
                    .allMatch(listed -> listed.position() > 0)
                    .extracting(ListedEntry::entry)
                    .extracting(AuditEntry::action)
                    .containsExactly("payment.captured", "donation.pledged"));
            assertThat(trail.search(search).entries().getLast().entry().actorId()).isEqualTo(11);
        }
    }
}
