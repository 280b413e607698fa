package org.csrgrid.gridnode.retention;

import java.time.Duration;
import java.util.List;
import org.csrgrid.config.settings.RetentionSettings;
import org.csrgrid.grid.notification.NotificationJobs;
import org.csrgrid.mapstore.retention.RetentionRule;

/** What is deleted when. Neither money nor audit is among it, and no rule could name them. */
final class RetentionRules {

    /** Jobs whose being done says that somebody was told; what they are about may come up again much later. */
    private static final String TELLING = "'%s', '%s'"
            .formatted(NotificationJobs.SEND_PAYMENT_CONFIRMATION.name(), NotificationJobs.NOTIFY_ADMINS.name());

    /** There are four per campaign at most, and the campaign may live for years. */
    private static final String FOR_EVER = "'%s'".formatted(NotificationJobs.SEND_MILESTONE.name());

    /** No session lives without use for longer than a day. */
    private static final Duration OVER_FOR_SURE = Duration.ofDays(2);

    private final RetentionSettings settings;

    RetentionRules(RetentionSettings settings) {
        this.settings = settings;
    }

    List<RetentionRule> deleting() {
        return List.of(
                rule(
                        "finished jobs",
                        "job",
                        "finished_at",
                        "state IN ('SUCCEEDED', 'CANCELLED') AND NOT owing AND name NOT IN (%s, %s)"
                                .formatted(TELLING, FOR_EVER),
                        settings.finishedJobs()),
                rule(
                        "confirmations",
                        "job",
                        "finished_at",
                        "state IN ('SUCCEEDED', 'CANCELLED') AND NOT owing AND name IN (%s)".formatted(TELLING),
                        settings.confirmations().plus(Duration.ofDays(1))),
                rule("archived jobs", "job_archive", "finished_at", "TRUE", settings.archivedJobs()),
                rule("batches", "job_batch", "updated_at", "NOT open", settings.progress()),
                rule("payment events", "payment_event", "processed_at", "TRUE", settings.paymentEvents()),
                rule("sessions", "user_session", "last_seen_at", "TRUE", OVER_FOR_SURE),
                rule("mailed tokens", "account_token", "expires_at", "TRUE", Duration.ofDays(1)),
                rule("dead letters", "dead_letter", "at_micros", "TRUE", settings.deadLetters()));
    }

    /** Dead jobs go to the archive, without what they were to do. Those that tell of a donation stay, so that it is not told of again. */
    RetentionRule archiving() {
        return rule(
                "dead jobs",
                "job",
                "finished_at",
                "state = 'DEAD' AND NOT owing AND name NOT IN (%s, %s)".formatted(TELLING, FOR_EVER),
                settings.deadJobs());
    }

    private RetentionRule rule(String name, String table, String ageColumn, String condition, Duration age) {
        return new RetentionRule(name, table, ageColumn, condition, age, settings.batchSize());
    }
}
