package org.csrgrid.config.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.UnfitSettingException;

/** How often the API may be called; what each limit means is in docs/limits.md. */
public record LimitSettings(
        @Setting(
                description = "Whether requests are counted at all; off only where load is measured",
                defaultValue = "true")
        boolean enabled,

        @Setting(
                description =
                        "Requests an API node takes from the shared count at once, at most, as a share of the burst:"
                                + " one part in so many",
                defaultValue = "8",
                min = "1",
                max = "1000")
        int leaseDivisor,

        @Setting(
                description = "How long an API node may use what it took; the rest is given up",
                defaultValue = "1s",
                min = "10ms",
                max = "1m")
        Duration leaseLife,

        @Setting(
                description = "How long a request waits for the count before it goes uncounted",
                defaultValue = "250ms",
                min = "10ms",
                max = "10s")
        Duration gridTimeout,

        @Setting(
                description = "Proxies whose X-Forwarded-For is believed, as addresses or networks such as 10.0.0.0/8;"
                        + " from anybody else the header is ignored")
        List<String> trustedProxies,

        @Setting(description = "Rates by kind of caller, where `NAME` is one of the rows")
        Map<LimitedCaller, RateSettings> callers,

        @Setting(description = "Groups of routes, where `NAME` is one of the rows")
        Map<RouteGroup, RouteGroupSettings> groups) {

    public LimitSettings {
        try {
            trustedProxies.forEach(Network::parse);
        } catch (IllegalArgumentException unfit) {
            throw new UnfitSettingException(
                    "trustedProxies", "a list, each an address or a network such as 10.0.0.0/8");
        }
    }

    /** The proxies that are believed. */
    public List<Network> proxies() {
        return trustedProxies.stream().map(Network::parse).toList();
    }

    /** The rate of one kind of callers. */
    public RateSettings caller(LimitedCaller caller) {
        return Objects.requireNonNull(callers.get(caller), "every kind of caller has settings");
    }

    /** The settings of one group of routes. */
    public RouteGroupSettings group(RouteGroup group) {
        return Objects.requireNonNull(groups.get(group), "every group has settings");
    }
}
