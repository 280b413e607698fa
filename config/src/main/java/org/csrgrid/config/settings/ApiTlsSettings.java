package org.csrgrid.config.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.UnfitSettingException;

/** Encryption of the API's port, which is TLS 1.3 or none. */
public record ApiTlsSettings(
        @Setting(
                description =
                        "PEM file with the server's certificate and those that vouch for it; with it the API speaks"
                                + " TLS 1.3 and nothing else")
        Optional<Path> certificate,

        @Setting(description = "PEM file with the certificate's private key, PKCS #8, not encrypted")
        Optional<Path> privateKey,

        @Setting(
                description =
                        "How often the files are looked at; a changed certificate is used for new connections at once",
                defaultValue = "10s",
                min = "100ms",
                max = "1h")
        Duration checkInterval) {

    public ApiTlsSettings {
        if (certificate.isPresent() != privateKey.isPresent()) {
            throw new UnfitSettingException("privateKey", "set exactly if api.tls.certificate is");
        }
    }

    public boolean isOn() {
        return certificate.isPresent();
    }
}
