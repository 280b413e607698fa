package org.csrgrid.config.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.binding.Secret;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.SettingsProblem;

/** All settings of a process. Every process reads the same file and takes the sections it needs. */
public record Settings(
        @Setting(description = "The process itself, of whatever kind")
        NodeSettings node,

        @Setting(description = "The data grid: how members find each other, what they tolerate, how clients reach them")
        GridSettings grid,

        @Setting(description = "The MySQL database behind the grid; only grid members talk to it")
        DatabaseSettings database,

        @Setting(description = "The HTTP API") ApiSettings api,

        @Setting(description = "Tokens and passwords") SecuritySettings security,

        @Setting(description = "How long somebody stays signed in")
        SessionSettings sessions,

        @Setting(description = "How often the API may be called")
        LimitSettings limits,

        @Setting(description = "The payment gateway and what it sends back")
        PaymentSettings payments,

        @Setting(description = "What may be donated") DonationSettings donations,

        @Setting(description = "Background jobs") JobSettings jobs,

        @Setting(description = "What is kept so that it need not be computed again")
        CacheSettings cache,

        @Setting(description = "Outgoing e-mail") MailSettings mail,

        @Setting(description = "What people are told by e-mail")
        NotificationSettings notifications,

        @Setting(
                description =
                        "How long is kept what is neither money nor audit; older rows are deleted in small batches")
        RetentionSettings retention,

        @Setting(description = "When administrators are alerted about background jobs")
        MonitorSettings monitor,

        @Setting(description = "The record of who did what")
        AuditSettings audit) {

    /**
     * Refuses settings in which a needed secret is absent. A node calls this before it does anything else; the launcher
     * does not, because in demo mode it makes up what is absent. {@code database.password} is needed only where
     * {@code database.url} is set, {@code mail.password} only where {@code mail.user} is.
     *
     * @throws InvalidSettingsException naming every absent secret
     */
    public void requireSecrets() {
        List<SettingsProblem> missing = secrets().entrySet().stream()
                .filter(entry -> !entry.getValue().isPresent() && isNeeded(entry.getKey()))
                .map(entry -> SettingsProblem.missing(SettingsLoader.key(entry.getKey())))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidSettingsException(missing);
        }
    }

    /** The key of sensitive jobs' payloads: its own, or in demo mode the one access tokens are signed with; empty if neither is set. */
    public Optional<String> payloadKey() {
        Secret key = jobs.payloadKey().isPresent() || security.mode() == SecurityMode.PRODUCTION
                ? jobs.payloadKey()
                : security.tokenKey();
        return key.isPresent() ? Optional.of(key.reveal()) : Optional.empty();
    }

    /**
     * The secret that audit heads are signed with: its own, or in demo mode derived from the one access tokens are signed with.
     *
     * @throws InvalidSettingsException if there is none, which production never makes up
     */
    public String requireAuditKey() {
        boolean own = audit.signingKey().isPresent() || security.mode() == SecurityMode.PRODUCTION;
        Secret key = own ? audit.signingKey() : security.tokenKey();
        if (!key.isPresent()) {
            String missing = own ? SecretRules.AUDIT_KEY : SecretRules.TOKEN_KEY;
            throw new InvalidSettingsException(List.of(SettingsProblem.missing(SettingsLoader.key(missing))));
        }
        return own ? key.reveal() : "audit " + key.reveal();
    }

    /** Every secret by its key. */
    Map<String, Secret> secrets() {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        secrets.put(SecretRules.DATABASE_PASSWORD, database.password());
        secrets.put(SecretRules.TOKEN_KEY, security.tokenKey());
        secrets.put(SecretRules.SANDBOX_API_KEY, payments.sandboxApiKey());
        secrets.put(SecretRules.WEBHOOK_SECRET, payments.webhookSecret());
        secrets.put(SecretRules.PAYLOAD_KEY, jobs.payloadKey());
        secrets.put(SecretRules.MAIL_PASSWORD, mail.password());
        secrets.put(SecretRules.AUDIT_KEY, audit.signingKey());
        return secrets;
    }

    private boolean isNeeded(String key) {
        return SecretRules.isNeeded(key, setting -> switch (setting) {
            case SecretRules.DATABASE_URL -> database.url().isPresent();
            case SecretRules.MAIL_USER -> mail.user().isPresent();
            default -> throw new IllegalArgumentException(setting);
        });
    }
}
