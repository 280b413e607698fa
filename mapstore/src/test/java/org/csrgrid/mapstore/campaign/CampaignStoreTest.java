package org.csrgrid.mapstore.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.map.MapStore;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.campaign.CampaignChange;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.ledger.DuplicateEntryException;
import org.csrgrid.mapstore.commit.PoisonRowException;
import org.csrgrid.mapstore.testing.Samples;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CampaignStoreTest extends StoreTestBase {
    private MapStore<Long, Campaign> campaigns;

    @BeforeEach
    void find_the_store() {
        campaigns = mapStore(GridMaps.CAMPAIGNS);
    }

    @Test
    void campaigns_come_back_with_and_without_what_may_be_absent() {
        campaigns.store(1L, Samples.campaign(1));
        campaigns.store(2L, Samples.bareCampaign(2));
        assertThat(campaigns.load(1L)).isEqualTo(Samples.campaign(1));
        assertThat(campaigns.load(2L)).isEqualTo(Samples.bareCampaign(2));
        assertThat(campaigns.load(3L)).isNull();
        assertThat(campaigns.loadAllKeys()).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void an_older_version_never_replaces_a_newer_one() {
        Campaign old = Samples.campaign(1);
        CampaignChange change = old.change(new CampaignAction.Pause(), Story.START);
        campaigns.store(1L, ((CampaignChange.Changed) change).campaign());
        campaigns.store(1L, old);
        assertThat(campaigns.load(1L).status()).isEqualTo(CampaignStatus.PAUSED);
    }

    @Test
    void a_taken_slug_is_refused_and_its_owner_stays() {
        campaigns.store(1L, Samples.campaign(1));
        Campaign owner = Samples.campaign(1);
        Campaign other = new Campaign(
                2, 7, 8, owner.slug(), owner.content(), CampaignStatus.DRAFT, null, Story.START, Story.START, 99);
        assertThatThrownBy(() -> campaigns.store(2L, other))
                .isInstanceOf(DuplicateEntryException.class)
                .hasMessageContaining("campaign");
        assertThat(campaigns.loadAllKeys()).containsExactly(1L);
        assertThat(campaigns.load(1L)).isEqualTo(owner);
    }

    @Test
    void what_the_database_cannot_hold_is_refused_and_nothing_is_cut() {
        Campaign c = Samples.campaign(1);
        Campaign longSlug =
                new Campaign(1, 7, 8, "s".repeat(191), c.content(), c.status(), null, Story.START, Story.START, 1);
        assertThatThrownBy(() -> campaigns.store(1L, longSlug)).isInstanceOf(PoisonRowException.class);
        assertThat(campaigns.load(1L)).isNull();
    }

    @Test
    void a_deleted_campaign_is_gone() {
        campaigns.store(1L, Samples.campaign(1));
        campaigns.delete(1L);
        campaigns.delete(1L);
        assertThat(campaigns.load(1L)).isNull();
    }
}
