package org.csrgrid.grid.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.grid.Samples.LATER;
import static org.csrgrid.grid.Samples.campaign;
import static org.csrgrid.grid.Samples.euros;

import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.campaign.CampaignChange;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.campaign.PledgeDecision;
import org.csrgrid.domain.campaign.PledgeLimits;
import org.csrgrid.domain.campaign.TotalsEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.grid.Samples;
import org.junit.jupiter.api.Test;

class CampaignProcessorsTest {

    private static final CampaignTotals NONE = CampaignTotals.none(7, euros(0).currency());

    @Test
    void a_campaign_is_asked_and_stays_as_it_is() {
        var decide = new DecidePledge(euros(1_000), new PledgeLimits(100, 5_000), LATER);
        Campaign active = campaign(7, CampaignStatus.ACTIVE);
        Map.Entry<Long, Campaign> entry = entry(active);

        assertThat(decide.process(entry)).isInstanceOf(PledgeDecision.Allowed.class);
        assertThat(entry.getValue()).isSameAs(active);
        assertThat(decide.process(entry(null))).isEqualTo(new PledgeDecision.CampaignNotFound());
        assertThat(decide.getBackupProcessor()).isNull();
    }

    @Test
    void a_campaign_changes_if_it_still_is_the_version_the_caller_saw() {
        Map.Entry<Long, Campaign> entry = entry(campaign(7, CampaignStatus.ACTIVE));
        var pause = new ChangeCampaign(1, new CampaignAction.Pause(), LATER);

        assertThat(pause.process(entry)).isInstanceOf(CampaignChange.Changed.class);
        assertThat(entry.getValue().status()).isEqualTo(CampaignStatus.PAUSED);
        assertThat(pause.process(entry)).isEqualTo(new CampaignChange.VersionMismatch(2));
        assertThat(entry.getValue().version()).isEqualTo(2);
    }

    @Test
    void a_change_that_is_not_allowed_or_finds_nothing_writes_nothing() {
        Campaign draft = campaign(7, CampaignStatus.DRAFT);
        Map.Entry<Long, Campaign> entry = entry(draft);
        var pause = new ChangeCampaign(1, new CampaignAction.Pause(), LATER);

        assertThat(pause.process(entry))
                .isEqualTo(new CampaignChange.NotAllowed(CampaignStatus.DRAFT, CampaignStatus.PAUSED));
        assertThat(entry.getValue()).isSameAs(draft);
        assertThat(pause.process(entry(null))).isEqualTo(new CampaignChange.NotFound());
    }

    @Test
    void new_content_replaces_the_old() {
        Map.Entry<Long, Campaign> entry = entry(campaign(7, CampaignStatus.ACTIVE));
        var content = Samples.content(euros(999), LATER, true, 3);

        assertThat(new EditCampaign(1, content, LATER).process(entry)).isInstanceOf(CampaignChange.Changed.class);
        assertThat(entry.getValue().content()).isEqualTo(content);
        assertThat(new EditCampaign(1, content, LATER).process(entry)).isEqualTo(new CampaignChange.VersionMismatch(2));
    }

    @Test
    void entries_are_counted_once_and_the_answer_shows_both_sides() {
        Map.Entry<Long, CampaignTotals> entry = new SimpleEntry<>(7L, NONE);
        var count = new CountEntries(List.of(new TotalsEntry(1, LedgerKind.CAPTURED, 500)));

        TotalsChange first = count.process(entry);
        TotalsChange repeat = count.process(entry);

        assertThat(first.before()).isEqualTo(NONE);
        assertThat(first.after().raised()).isEqualTo(euros(500));
        assertThat(repeat.after()).isEqualTo(first.after());
        assertThat(entry.getValue()).isEqualTo(first.after());
        assertThat(count.process(new SimpleEntry<>(7L, null))).isNull();
    }

    @Test
    void forgetting_concerns_only_the_ids() {
        Map.Entry<Long, CampaignTotals> entry = new SimpleEntry<>(7L, NONE);
        new CountEntries(List.of(new TotalsEntry(1, LedgerKind.CAPTURED, 500))).process(entry);

        new ForgetEntries(Set.of(1L)).process(entry);

        assertThat(entry.getValue().recent()).isEmpty();
        assertThat(entry.getValue().raised()).isEqualTo(euros(500));
        new ForgetEntries(Set.of(1L)).process(new SimpleEntry<>(7L, null));
    }

    private static Map.Entry<Long, Campaign> entry(Campaign campaign) {
        return new SimpleEntry<>(7L, campaign);
    }
}
