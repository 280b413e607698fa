package org.csrgrid.config.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.binding.Secret;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.SettingsProblem;

/** The payment gateway and what it sends back. */
public record PaymentSettings(
        @Setting(description = "Address of the sandbox gateway; empty for no gateway of that kind")
        Optional<URI> sandboxUrl,

        @Setting(description = "Key the sandbox gateway knows us by")
        Secret sandboxApiKey,

        @Setting(description = "Key the gateway signs its webhooks with; in production 32 characters or more")
        Secret webhookSecret,

        @Setting(
                description = "How far a webhook's signed time may be from ours, in either direction",
                defaultValue = "300s",
                min = "1s",
                max = "1h",
                wholeSeconds = true)
        Duration webhookTolerance,

        @Setting(
                description = "How long a call to the gateway may take",
                defaultValue = "5s",
                min = "100ms",
                max = "2m")
        Duration gatewayTimeout,

        @Setting(
                description = "A payment without news for so long is looked up at the gateway",
                defaultValue = "60s",
                min = "1s",
                max = "24h")
        Duration reconcileAfter,

        @Setting(
                description = "How often payments without news are searched for",
                defaultValue = "10s",
                min = "1s",
                max = "1h")
        Duration reconcileInterval) {

    private static final String URL_KEY = "payments.sandbox-url";

    /**
     * The gateway's address, for a process that cannot do without.
     *
     * @throws InvalidSettingsException when it is not set
     */
    public URI requireSandboxUrl() {
        return sandboxUrl.orElseThrow(
                () -> new InvalidSettingsException(List.of(SettingsProblem.missing(SettingsLoader.key(URL_KEY)))));
    }
}
