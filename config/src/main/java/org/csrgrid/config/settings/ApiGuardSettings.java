package org.csrgrid.config.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.csrgrid.config.binding.ByteSize;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.UnfitSettingException;

/** What the API takes from the network at all. */
public record ApiGuardSettings(
        @Setting(
                description = "Web sites whose pages may call the API from a browser (CORS), such as"
                        + " https://giving.example.org; none if empty")
        List<String> allowedOrigins,

        @Setting(
                description = "Who besides this machine may read /observe, /docs and /openapi.yaml, as addresses or"
                        + " networks such as 10.0.0.0/8; if empty nobody in production, everybody in demo mode")
        List<String> innerNetworks,

        @Setting(
                description = "Longest first line of a request: method, path and query",
                defaultValue = "4KB",
                min = "1KB",
                max = "64KB")
        ByteSize maxUrl,

        @Setting(
                description = "Most bytes the headers of a request may have",
                defaultValue = "16KB",
                min = "1KB",
                max = "256KB")
        ByteSize maxHeaders,

        @Setting(
                description = "How long a client may take to send a request's headers",
                defaultValue = "10s",
                min = "100ms",
                max = "5m")
        Duration headerTimeout,

        @Setting(
                description = "How long a client may take to send a request's body; what is done with it meanwhile counts too",
                defaultValue = "60s",
                min = "100ms",
                max = "1h")
        Duration bodyTimeout,

        @Setting(
                description = "How long a client may be silent, within a request or between two",
                defaultValue = "30s",
                min = "100ms",
                max = "5m")
        Duration readTimeout,

        @Setting(
                description = "How long a connection may stay open without a whole first line of a request",
                defaultValue = "60s",
                min = "1s",
                max = "1h")
        Duration idleTimeout,

        @Setting(
                description = "Connections open at once; further ones wait to be accepted",
                defaultValue = "20000",
                min = "10",
                max = "1000000")
        int maxConnections) {

    public ApiGuardSettings {
        if (!allowedOrigins.stream().allMatch(ApiGuardSettings::isOrigin)) {
            throw new UnfitSettingException(
                    "allowedOrigins", "a list, each scheme and host of a web site such as https://giving.example.org");
        }
        try {
            innerNetworks.forEach(Network::parse);
        } catch (IllegalArgumentException unfit) {
            throw new UnfitSettingException("innerNetworks", "a list, each an address or a network such as 10.0.0.0/8");
        }
    }

    /** The networks of {@link #innerNetworks}. */
    public List<Network> inner() {
        return innerNetworks.stream().map(Network::parse).toList();
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            String plain = uri.getScheme() + "://" + uri.getAuthority();
            return uri.getHost() != null
                    && text.equals(plain)
                    && uri.getScheme().matches("https?");
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
