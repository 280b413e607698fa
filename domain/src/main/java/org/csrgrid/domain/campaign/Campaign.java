package org.csrgrid.domain.campaign;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.csrgrid.domain.Versioned;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A fundraising campaign without its totals, which live in {@link CampaignTotals} because they change with every donation.
 *
 * @param slug unique, for readable links
 * @param version grows by one with each change; the API's ETag and the guard of the row in the database
 */
public record Campaign(
        long id,
        long organizationId,
        long organizerId,
        String slug,
        CampaignContent content,
        CampaignStatus status,
        @Nullable Decision decision,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    public Campaign {
        requireNonNull(status, "status is null");
    }

    public static Campaign draft(
            long id, long organizationId, long organizerId, String slug, CampaignContent content, Instant now) {
        return new Campaign(id, organizationId, organizerId, slug, content, CampaignStatus.DRAFT, null, now, now, 1);
    }

    /** The campaign after an action, or why it cannot be. Who may act is decided before, by {@link org.csrgrid.domain.user.Permission}. */
    public CampaignChange change(CampaignAction action, Instant now) {
        if (!action.isPossibleIn(status)) {
            return new CampaignChange.NotAllowed(status, action.target());
        }
        Decision decided =
                switch (action) {
                    case CampaignAction.Approve approve -> new Decision(approve.by(), now, null);
                    case CampaignAction.Reject reject -> new Decision(reject.by(), now, reject.reason());
                    case CampaignAction.Submit _ -> null;
                    default -> decision;
                };
        return new CampaignChange.Changed(new Campaign(
                id, organizationId, organizerId, slug, content, action.target(), decided, createdAt, now, version + 1));
    }

    /**
     * The campaign with other words. A published campaign keeps its currency, since totals and matches are in it; a final one does not change.
     */
    public CampaignChange edit(CampaignContent changed, Instant now) {
        if (status.isFinal()) {
            return new CampaignChange.NotAllowed(status, status);
        }
        boolean otherCurrency = !changed.goal().currency().equals(content.goal().currency());
        if (otherCurrency && status.isPublished()) {
            return new CampaignChange.NotAllowed(status, status);
        }
        return new CampaignChange.Changed(new Campaign(
                id, organizationId, organizerId, slug, changed, status, decision, createdAt, now, version + 1));
    }

    /** Whether a pledge of that amount may be made now. */
    public PledgeDecision decide(Money pledge, PledgeLimits limits, Instant now) {
        if (status != CampaignStatus.ACTIVE) {
            return new PledgeDecision.CampaignClosed(status);
        }
        if (now.isBefore(content.startsAt())) {
            return new PledgeDecision.NotStarted(content.startsAt());
        }
        if (!now.isBefore(content.endsAt())) {
            return new PledgeDecision.Ended(content.endsAt());
        }
        if (pledge.minorUnits() < limits.minimumMinorUnits() || pledge.minorUnits() > limits.maximumMinorUnits()) {
            return new PledgeDecision.OutsideLimits(limits);
        }
        return new PledgeDecision.Allowed(organizationId, content.goal().currency());
    }
}
