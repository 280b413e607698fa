package org.csrgrid.domain.organization;

import java.time.Instant;
import java.util.Locale;
import org.csrgrid.domain.Versioned;
import org.csrgrid.domain.campaign.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A charity. Only an ACTIVE one may have active campaigns.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Organization(
        long id,
        String name,
        LocalizedText mission,
        String registrationNumber,
        String taxId,
        String category,
        String country,
        String city,
        @Nullable String website,
        @Nullable String email,
        Status status,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    public enum Status {
        PENDING,
        ACTIVE,
        INACTIVE;

        public String jsonName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
