package org.csrgrid.domain.campaign;

/** What may be done to a campaign as a whole. */
public sealed interface CampaignAction {

    /** The state the campaign is in afterwards. */
    CampaignStatus target();

    /** Whether it may be done in that state. Approving and resuming share a target, so neither may stand in for the other. */
    default boolean isPossibleIn(CampaignStatus status) {
        return status.next().contains(target());
    }

    record Submit() implements CampaignAction {
        @Override
        public CampaignStatus target() {
            return CampaignStatus.PENDING_APPROVAL;
        }
    }

    record Approve(long by) implements CampaignAction {
        @Override
        public CampaignStatus target() {
            return CampaignStatus.ACTIVE;
        }

        @Override
        public boolean isPossibleIn(CampaignStatus status) {
            return status == CampaignStatus.PENDING_APPROVAL;
        }
    }

    /** @param reason shown to the organizer; not blank */
    record Reject(long by, String reason) implements CampaignAction {
        @Override
        public CampaignStatus target() {
            return CampaignStatus.REJECTED;
        }
    }

    record Pause() implements CampaignAction {
        @Override
        public CampaignStatus target() {
            return CampaignStatus.PAUSED;
        }
    }

    record Resume() implements CampaignAction {
        @Override
        public CampaignStatus target() {
            return CampaignStatus.ACTIVE;
        }

        @Override
        public boolean isPossibleIn(CampaignStatus status) {
            return status == CampaignStatus.PAUSED;
        }
    }

    record Complete() implements CampaignAction {
        @Override
        public CampaignStatus target() {
            return CampaignStatus.COMPLETED;
        }
    }

    record Cancel() implements CampaignAction {
        @Override
        public CampaignStatus target() {
            return CampaignStatus.CANCELLED;
        }
    }
}
