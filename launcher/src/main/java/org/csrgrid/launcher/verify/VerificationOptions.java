package org.csrgrid.launcher.verify;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.csrgrid.config.binding.Secret;

/**
 * What a verification takes in beside grid and database.
 *
 * @param patience how long to wait for the system to be quiet before checking it as it is
 * @param gateway the payment gateway to compare with; without it I6 is skipped
 * @param acknowledged a file with the public id of one acknowledged donation per line
 */
public record VerificationOptions(Duration patience, Optional<Gateway> gateway, Optional<Path> acknowledged) {

    /**
     * A payment gateway that lists its payments.
     *
     * @param name what the ledger calls it
     */
    public record Gateway(String name, URI uri, Secret apiKey) {}

    /** Waits half a minute; without gateway and acknowledgements. */
    public static VerificationOptions defaults() {
        return new VerificationOptions(Duration.ofSeconds(30), Optional.empty(), Optional.empty());
    }

    public VerificationOptions waiting(Duration duration) {
        return new VerificationOptions(duration, gateway, acknowledged);
    }

    /** The same, compared with the sandbox gateway. */
    public VerificationOptions withSandbox(URI uri, Secret apiKey) {
        return new VerificationOptions(patience, Optional.of(new Gateway("sandbox", uri, apiKey)), acknowledged);
    }

    public VerificationOptions withAcknowledged(Path file) {
        return new VerificationOptions(patience, gateway, Optional.of(file));
    }
}
