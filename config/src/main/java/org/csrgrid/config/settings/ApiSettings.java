package org.csrgrid.config.settings;

import java.net.URI;
import java.util.Optional;
import org.csrgrid.config.binding.ByteSize;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.UnfitSettingException;

/** The HTTP API. */
public record ApiSettings(
        @Setting(description = "Address the API listens on; 0.0.0.0 for all", defaultValue = "127.0.0.1")
        String bindAddress,

        @Setting(
                description = "Port the API listens on; 0 takes a free one from the operating system",
                defaultValue = "8080",
                min = "0",
                max = "65535")
        int port,

        @Setting(description = "Largest request body accepted", defaultValue = "64KB", min = "1KB", max = "16MB")
        ByteSize maxBody,

        @Setting(
                description =
                        "Address under which browsers and the payment gateway reach the API; empty for the bound address")
        Optional<URI> publicUrl,

        @Setting(
                description = "Items on a page when the caller does not say",
                defaultValue = "20",
                min = "1",
                max = "1000")
        int pageSizeDefault,

        @Setting(description = "Items on a page at most", defaultValue = "100", min = "1", max = "1000")
        int pageSizeMax,

        @Setting(description = "What the API takes from the network at all")
        ApiGuardSettings guard,

        @Setting(description = "Encryption of the API's port")
        ApiTlsSettings tls) {

    public ApiSettings {
        if (pageSizeDefault > pageSizeMax) {
            throw new UnfitSettingException("pageSizeDefault", "at most api.page-size-max (%d)".formatted(pageSizeMax));
        }
    }
}
