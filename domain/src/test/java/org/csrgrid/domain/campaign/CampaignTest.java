package org.csrgrid.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.Samples.NOW;
import static org.csrgrid.domain.Samples.campaign;
import static org.csrgrid.domain.Samples.content;
import static org.csrgrid.domain.Samples.euros;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignTest {

    private static final Instant LATER = NOW.plus(Duration.ofDays(1));
    private static final PledgeLimits LIMITS = new PledgeLimits(100, 500_000);

    private static final Map<String, CampaignAction> ACTIONS = Map.of(
            "submit", new CampaignAction.Submit(),
            "approve", new CampaignAction.Approve(42),
            "reject", new CampaignAction.Reject(42, "no charity"),
            "pause", new CampaignAction.Pause(),
            "resume", new CampaignAction.Resume(),
            "complete", new CampaignAction.Complete(),
            "cancel", new CampaignAction.Cancel());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DRAFT            | submit cancel
            PENDING_APPROVAL | approve reject
            ACTIVE           | pause complete cancel
            REJECTED         | submit cancel
            PAUSED           | resume cancel
            COMPLETED        | ''
            CANCELLED        | ''
            EXPIRED          | ''
            """)
    void each_state_takes_exactly_these_actions(CampaignStatus status, String allowed) {
        Campaign before = campaign(status);

        ACTIONS.forEach((name, action) -> {
            CampaignChange change = before.change(action, LATER);
            if (Set.of(allowed.split(" ")).contains(name)) {
                assertThat(change).as(name).isInstanceOfSatisfying(CampaignChange.Changed.class, changed -> {
                    assertThat(changed.campaign().status()).isEqualTo(action.target());
                    assertThat(changed.campaign().version()).isEqualTo(before.version() + 1);
                    assertThat(changed.campaign().updatedAt()).isEqualTo(LATER);
                });
            } else {
                assertThat(change).as(name).isEqualTo(new CampaignChange.NotAllowed(status, action.target()));
            }
        });
    }

    @Test
    void states_follow_each_other_as_documented() {
        var next = new EnumMap<CampaignStatus, Set<CampaignStatus>>(CampaignStatus.class);
        for (CampaignStatus status : CampaignStatus.values()) {
            next.put(status, status.next());
        }

        assertThat(next)
                .containsEntry(CampaignStatus.DRAFT, Set.of(CampaignStatus.PENDING_APPROVAL, CampaignStatus.CANCELLED))
                .containsEntry(CampaignStatus.PENDING_APPROVAL, Set.of(CampaignStatus.ACTIVE, CampaignStatus.REJECTED))
                .containsEntry(
                        CampaignStatus.REJECTED,
                        Set.of(CampaignStatus.DRAFT, CampaignStatus.PENDING_APPROVAL, CampaignStatus.CANCELLED))
                .containsEntry(
                        CampaignStatus.ACTIVE,
                        Set.of(
                                CampaignStatus.PAUSED,
                                CampaignStatus.COMPLETED,
                                CampaignStatus.CANCELLED,
                                CampaignStatus.EXPIRED))
                .containsEntry(
                        CampaignStatus.PAUSED,
                        Set.of(CampaignStatus.ACTIVE, CampaignStatus.CANCELLED, CampaignStatus.EXPIRED));
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "CANCELLED", "EXPIRED"})
    void a_final_campaign_stays_as_it_is(CampaignStatus status) {
        assertThat(status.isFinal()).isTrue();
        assertThat(campaign(status).edit(content(), LATER)).isEqualTo(new CampaignChange.NotAllowed(status, status));
    }

    @Test
    void approval_and_rejection_say_who_decided_and_why_and_a_new_submission_forgets_it() {
        Campaign pending = campaign(CampaignStatus.PENDING_APPROVAL);

        Campaign approved = changed(pending.change(new CampaignAction.Approve(42), LATER));
        Campaign rejected = changed(pending.change(new CampaignAction.Reject(42, "no charity"), LATER));

        assertThat(approved.decision()).isEqualTo(new Decision(42, LATER, null));
        assertThat(rejected.decision()).isEqualTo(new Decision(42, LATER, "no charity"));
        assertThat(changed(rejected.change(new CampaignAction.Submit(), LATER)).decision())
                .isNull();
        assertThat(changed(approved.change(new CampaignAction.Pause(), LATER)).decision())
                .isEqualTo(approved.decision());
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "PENDING_APPROVAL", "REJECTED"})
    void an_unpublished_campaign_may_change_its_currency(CampaignStatus status) {
        CampaignContent inDollars = content(Money.of(100_000, "USD"), Visibility.PRIVATE);

        Campaign edited = changed(campaign(status).edit(inDollars, LATER));

        assertThat(edited.content()).isEqualTo(inDollars);
        assertThat(edited.status()).isEqualTo(status);
        assertThat(edited.version()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "PAUSED"})
    void a_published_campaign_keeps_its_currency_but_may_change_its_goal(CampaignStatus status) {
        Campaign published = campaign(status);

        assertThat(published.edit(content(Money.of(100_000, "USD"), Visibility.PUBLIC), LATER))
                .isEqualTo(new CampaignChange.NotAllowed(status, status));
        assertThat(changed(published.edit(content(euros(200_000), Visibility.PUBLIC), LATER))
                        .content()
                        .goal())
                .isEqualTo(euros(200_000));
    }

    @ParameterizedTest
    @CsvSource({"99, false", "100, true", "500000, true", "500001, false", "0, false", "-100, false"})
    void a_pledge_lies_between_the_limits_both_inclusive(long cents, boolean allowed) {
        PledgeDecision decision = campaign(CampaignStatus.ACTIVE).decide(euros(cents), LIMITS, LATER);

        assertThat(decision)
                .isEqualTo(
                        allowed
                                ? new PledgeDecision.Allowed(70, euros(0).currency())
                                : new PledgeDecision.OutsideLimits(LIMITS));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void only_an_active_campaign_takes_pledges(CampaignStatus status) {
        assertThat(campaign(status).decide(euros(1_000), LIMITS, LATER))
                .isEqualTo(new PledgeDecision.CampaignClosed(status));
    }

    @Test
    void pledges_are_taken_from_the_start_until_just_before_the_end() {
        Campaign campaign = campaign(CampaignStatus.ACTIVE);
        Instant start = campaign.content().startsAt();
        Instant end = campaign.content().endsAt();

        assertThat(campaign.decide(euros(1_000), LIMITS, start.minusNanos(1)))
                .isEqualTo(new PledgeDecision.NotStarted(start));
        assertThat(campaign.decide(euros(1_000), LIMITS, start)).isInstanceOf(PledgeDecision.Allowed.class);
        assertThat(campaign.decide(euros(1_000), LIMITS, end.minusNanos(1))).isInstanceOf(PledgeDecision.Allowed.class);
        assertThat(campaign.decide(euros(1_000), LIMITS, end)).isEqualTo(new PledgeDecision.Ended(end));
    }

    private static Campaign changed(CampaignChange change) {
        return ((CampaignChange.Changed) change).campaign();
    }
}
