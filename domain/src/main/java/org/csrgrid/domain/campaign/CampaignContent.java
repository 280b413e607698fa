package org.csrgrid.domain.campaign;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an organizer writes and may change.
 *
 * @param category slug of a category
 * @param startsAt inclusive
 * @param endsAt exclusive, after {@code startsAt}
 * @param priority larger is listed earlier
 */
public record CampaignContent(
        LocalizedText title,
        LocalizedText description,
        Money goal,
        String category,
        Visibility visibility,
        boolean featured,
        int priority,
        @Nullable String imageUrl,
        Instant startsAt,
        Instant endsAt,
        Matching matching) {

    public static final int TITLE_LIMIT = 200;
    public static final int DESCRIPTION_LIMIT = 10_000;

    public CampaignContent {
        requireNonNull(visibility, "visibility is null");
        if (!goal.isPositive()) {
            throw new InvalidCampaignException("/goal/amount", "expected: > 0");
        }
        if (!endsAt.isAfter(startsAt)) {
            throw new InvalidCampaignException("/endsAt", "expected: after startsAt");
        }
        title.byLanguage().forEach((language, text) -> limited("/title/" + language, text, TITLE_LIMIT));
        description
                .byLanguage()
                .forEach((language, text) -> limited("/description/" + language, text, DESCRIPTION_LIMIT));
    }

    private static void limited(String field, String text, int limit) {
        if (text.isBlank() || text.length() > limit) {
            throw new InvalidCampaignException(field, "expected: 1.." + limit + " characters");
        }
    }
}
