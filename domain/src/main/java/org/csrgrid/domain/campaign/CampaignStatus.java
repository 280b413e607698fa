package org.csrgrid.domain.campaign;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a campaign stands. The names are stored and the lower-case names are JSON; never rename one. */
public enum CampaignStatus {
    DRAFT,
    PENDING_APPROVAL,
    ACTIVE,
    REJECTED,
    PAUSED,
    COMPLETED,
    CANCELLED,
    EXPIRED;

    /** The states that may follow this one. */
    public Set<CampaignStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PENDING_APPROVAL, CANCELLED);
            case PENDING_APPROVAL -> EnumSet.of(ACTIVE, REJECTED);
            case REJECTED -> EnumSet.of(DRAFT, PENDING_APPROVAL, CANCELLED);
            case ACTIVE -> EnumSet.of(PAUSED, COMPLETED, CANCELLED, EXPIRED);
            case PAUSED -> EnumSet.of(ACTIVE, CANCELLED, EXPIRED);
            case COMPLETED, CANCELLED, EXPIRED -> EnumSet.noneOf(CampaignStatus.class);
        };
    }

    public boolean isFinal() {
        return next().isEmpty();
    }

    /** Whether everybody who may see the campaign sees it, not only its organizer and administrators. */
    public boolean isPublished() {
        return this != DRAFT && this != PENDING_APPROVAL && this != REJECTED;
    }

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
