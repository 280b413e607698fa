package org.csrgrid.apinode.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.apinode.http.FieldError;
import org.csrgrid.apinode.http.MoneyValue;
import org.csrgrid.apinode.http.Violations;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** What an organizer writes: a new campaign, or what a patch makes of an existing one. */
record CampaignRequest(long organizationId, CampaignContent content) {

    private static final int LARGEST_PRIORITY = 1_000;
    private static final long LARGEST_GOAL = 1_000_000_000_000_000L;
    private static final Map<String, Visibility> VISIBILITIES =
            Arrays.stream(Visibility.values()).collect(Collectors.toMap(Visibility::jsonName, Function.identity()));

    /** The company's addition as it arrives. */
    record MatchingValue(
            @Nullable Boolean enabled,
            @Nullable Integer ratePercent,
            @Nullable MoneyValue cap) {}

    @JsonCreator
    static CampaignRequest of(
            @JsonProperty("organizationId") @Nullable String organizationId,
            @JsonProperty("title") @Nullable Map<String, @Nullable String> title,
            @JsonProperty("description") @Nullable Map<String, @Nullable String> description,
            @JsonProperty("goal") @Nullable MoneyValue goal,
            @JsonProperty("category") @Nullable String category,
            @JsonProperty("visibility") @Nullable String visibility,
            @JsonProperty("featured") @Nullable Boolean featured,
            @JsonProperty("priority") @Nullable Integer priority,
            @JsonProperty("imageUrl") @Nullable String imageUrl,
            @JsonProperty("startsAt") @Nullable String startsAt,
            @JsonProperty("endsAt") @Nullable String endsAt,
            @JsonProperty("matching") @Nullable MatchingValue matching) {
        var fields = new ContentFields(new Violations());
        long organization = fields.violations().id("/organizationId", organizationId);
        Money target = fields.violations().positive("/goal", goal);
        if (target.minorUnits() > LARGEST_GOAL) {
            fields.violations().add("/goal/amount", "expected: a smaller amount");
        }
        LocalizedText titles = fields.texts("/title", title, CampaignContent.TITLE_LIMIT);
        LocalizedText descriptions = fields.texts("/description", description, CampaignContent.DESCRIPTION_LIMIT);
        String slug = fields.category(category);
        Visibility seenBy = visibility == null
                ? Visibility.PUBLIC
                : fields.violations().oneOf("/visibility", visibility, VISIBILITIES, Visibility.PUBLIC);
        int rank = fields.range("/priority", priority, LARGEST_PRIORITY);
        String image = fields.violations().httpsUrl("/imageUrl", imageUrl);
        var starts = fields.violations().time("/startsAt", startsAt);
        var ends = fields.violations().time("/endsAt", endsAt);
        Matching added = fields.matching(matching, target);
        fields.violations().refuse();
        return new CampaignRequest(
                organization,
                new CampaignContent(
                        titles,
                        descriptions,
                        target,
                        slug,
                        seenBy,
                        Boolean.TRUE.equals(featured),
                        rank,
                        image,
                        starts,
                        ends,
                        added));
    }

    /** Field checks only campaigns need. */
    private record ContentFields(Violations violations) {

        private static final int CATEGORY_LIMIT = 50;
        private static final int LARGEST_RATE = 1_000;

        LocalizedText texts(String pointer, @Nullable Map<String, @Nullable String> byLanguage, int limit) {
            var texts = new HashMap<String, String>();
            violations
                    .required(pointer, byLanguage, Map.<String, @Nullable String>of())
                    .forEach((language, text) -> {
                        String place = pointer + FieldError.step(language);
                        if (!isLanguage(language)) {
                            violations.add(place, "expected: a two-letter language code as the field's name");
                        }
                        texts.put(language, violations.text(place, text, limit));
                    });
            if (texts.isEmpty()) {
                if (byLanguage != null) {
                    violations.add(pointer, "expected: a text in at least one language");
                }
                return LocalizedText.english("-");
            }
            return new LocalizedText(texts);
        }

        private static boolean isLanguage(String code) {
            return code.length() == 2 && isLowerCase(code.charAt(0)) && isLowerCase(code.charAt(1));
        }

        private static boolean isLowerCase(char letter) {
            return letter >= 'a' && letter <= 'z';
        }

        String category(@Nullable String category) {
            String slug = violations.text("/category", category, CATEGORY_LIMIT);
            boolean clean = slug.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
            if (!clean) {
                violations.add("/category", "expected: lower-case letters, digits and dashes");
            }
            return slug;
        }

        int range(String pointer, @Nullable Integer value, int largest) {
            int number = value == null ? 0 : value;
            if (number < 0 || number > largest) {
                violations.add(pointer, "expected: 0.." + largest);
            }
            return number;
        }

        Matching matching(@Nullable MatchingValue value, Money goal) {
            if (value == null) {
                return Matching.OFF;
            }
            int rate = range("/matching/ratePercent", value.ratePercent(), LARGEST_RATE);
            long cap = value.cap() == null ? 0 : cap(value.cap(), goal);
            return rate < 0 || rate > LARGEST_RATE
                    ? Matching.OFF
                    : new Matching(Boolean.TRUE.equals(value.enabled()), rate, cap);
        }

        private long cap(MoneyValue value, Money goal) {
            Money cap = violations.positive("/matching/cap", value);
            if (!cap.currency().equals(goal.currency())) {
                violations.add("/matching/cap/currency", "expected: the goal's, " + goal.currencyCode());
            }
            return Math.max(0, cap.minorUnits());
        }
    }
}
