package org.csrgrid.config.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.csrgrid.config.binding.SettingKey;
import org.csrgrid.config.binding.SettingsBinding.Given;
import org.csrgrid.config.binding.SettingsBinding.GivenText;
import org.csrgrid.config.binding.SettingsProblem;

/** What production asks of secrets: each is set, none stands in the documentation, and keys are long. */
final class SecretRules {
    static final String DATABASE_PASSWORD = "database.password";
    static final String TOKEN_KEY = "security.token-key";
    static final String SANDBOX_API_KEY = "payments.sandbox-api-key";
    static final String WEBHOOK_SECRET = "payments.webhook-secret";
    static final String MAIL_PASSWORD = "mail.password";
    static final String DATABASE_URL = "database.url";
    static final String MAIL_USER = "mail.user";
    static final String PAYLOAD_KEY = "jobs.payload-key";

    static final String AUDIT_KEY = "audit.signing-key";

    static final int SHORTEST_KEY = 32;
    /** The values shown in the YAML file and in examples: public, so worth nothing. */
    static final Set<String> DEMO_VALUES = Set.of(
            "demo-database-password-not-for-production",
            "demo-token-key-not-for-production-use",
            "demo-sandbox-api-key-not-for-production",
            "demo-webhook-secret-not-for-production",
            "demo-mail-password-not-for-production",
            "demo-audit-signing-key-not-for-production");

    /** Secrets that are needed only where another setting is. */
    private static final Map<String, String> NEEDED_WITH =
            Map.of(DATABASE_PASSWORD, DATABASE_URL, MAIL_PASSWORD, MAIL_USER);

    private static final Set<String> KEYS = Set.of(TOKEN_KEY, WEBHOOK_SECRET, PAYLOAD_KEY, AUDIT_KEY);

    /** Those that only some processes need, which say so themselves: jobs with secrets in them, members that seal the audit trail. */
    private static final Set<String> ASKED_FOR_LATER = Set.of(PAYLOAD_KEY, AUDIT_KEY);

    private SecretRules() {}

    static List<SettingsProblem> problems(List<SettingKey> settings, Given given) {
        if (!given.find("security.mode").map(mode -> mode.text().strip()).equals(Optional.of("production"))) {
            return List.of();
        }
        List<SettingsProblem> problems = new ArrayList<>();
        settings.stream().filter(SettingKey::secret).forEach(secret -> given.find(secret.key())
                .ifPresentOrElse(value -> weakness(secret, value).ifPresent(problems::add), () -> absence(secret, given)
                        .ifPresent(problems::add)));
        return problems;
    }

    private static Optional<SettingsProblem> absence(SettingKey secret, Given given) {
        boolean needed = isNeeded(secret.key(), setting -> given.find(setting).isPresent());
        return needed ? Optional.of(SettingsProblem.missing(secret)) : Optional.empty();
    }

    /** Whether every node does not start without this secret. */
    static boolean isNeeded(String key, Predicate<String> isGiven) {
        String condition = NEEDED_WITH.get(key);
        return !ASKED_FOR_LATER.contains(key) && (condition == null || isGiven.test(condition));
    }

    private static Optional<SettingsProblem> weakness(SettingKey secret, GivenText value) {
        if (DEMO_VALUES.contains(value.text())) {
            return Optional.of(SettingsProblem.refused(
                    value.source(), secret, "a value of your own in production, not the one from the documentation"));
        }
        if (KEYS.contains(secret.key()) && value.text().length() < SHORTEST_KEY) {
            return Optional.of(SettingsProblem.refused(
                    value.source(), secret, "%d characters or more in production".formatted(SHORTEST_KEY)));
        }
        return Optional.empty();
    }
}
