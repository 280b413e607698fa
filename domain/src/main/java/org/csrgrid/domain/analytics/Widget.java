package org.csrgrid.domain.analytics;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A figure or chart about the whole programme. The lower-case names with hyphens are JSON, paths and cache keys; never rename one. */
public enum Widget {
    /** Captured, refunded and left, and by how many donors. */
    TOTAL_DONATIONS(Lives.MINUTE),
    /** Campaigns by status. */
    ACTIVE_CAMPAIGNS(Lives.FIVE_MINUTES),
    /** Those who gave most and do not hide their name; labels are their ids. */
    TOP_DONORS(Lives.QUARTER),
    /** Captured over time. */
    DONATION_TRENDS(Lives.QUARTER),
    /** The campaigns that raised most, and how far they are. */
    CAMPAIGN_PERFORMANCE(Lives.QUARTER),
    /** Captured less refunded by calendar month. */
    MONTHLY_REVENUE(Lives.HOUR),
    /** Donors among active users. */
    EMPLOYEE_PARTICIPATION(Lives.HOUR),
    /** Captured by organization. */
    ORGANIZATION_STATISTICS(Lives.HOUR),
    /** Captured by payment method. */
    DONATION_METHODS(Lives.QUARTER),
    /** Captured by the campaigns' category. */
    CATEGORIES(Lives.HOUR),
    /** The latest captured donations, without names. */
    RECENT_ACTIVITIES(Lives.MINUTE),
    /** What has become of donations that were begun. */
    SUCCESS_RATE(Lives.FIVE_MINUTES),
    /** Average and largest donation. */
    AVERAGE_DONATION(Lives.QUARTER),
    /** Captured by the country of the organizations. */
    GEOGRAPHICAL_DISTRIBUTION(Lives.DAY),
    /** Captured by hour of the day in UTC. */
    TIME_OF_DAY(Lives.HOUR),
    /** Campaigns by how much of their goal they have reached. */
    GOAL_COMPLETION(Lives.QUARTER),
    /** Donors who gave for the first time, and those who came back. */
    ENGAGEMENT(Lives.HOUR),
    /** What has become of donations, by payment method. */
    PAYMENT_ANALYTICS(Lives.QUARTER),
    /** This range beside the one before. */
    COMPARISON(Lives.HOUR),
    /** The last hour in steps of five minutes, whatever the range. */
    REAL_TIME(Lives.MINUTE);

    private static final Map<String, Widget> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Widget::jsonName, widget -> widget));

    private final Duration life;

    Widget(Duration life) {
        this.life = life;
    }

    /** How old it may be. */
    public Duration life() {
        return life;
    }

    /** Whether people watch it to see what happens now. */
    public boolean isLive() {
        return life.equals(Lives.MINUTE);
    }

    /** Whether it is about campaigns and their states, not only about donations. */
    public boolean isAboutCampaigns() {
        return this == ACTIVE_CAMPAIGNS || this == CAMPAIGN_PERFORMANCE || this == GOAL_COMPLETION;
    }

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Widget> fromJsonName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static final class Lives {
        static final Duration MINUTE = Duration.ofMinutes(1);
        static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
        static final Duration QUARTER = Duration.ofMinutes(15);
        static final Duration HOUR = Duration.ofHours(1);
        static final Duration DAY = Duration.ofDays(1);
    }
}
