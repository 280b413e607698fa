package org.csrgrid.domain.job;

import java.util.Locale;
import java.util.Optional;

/** The seven queues. The JSON name is also the configuration key. */
public enum Channel {
    PAYMENTS,
    NOTIFICATIONS,
    EXPORTS,
    REPORTS,
    CACHE_WARMING,
    BULK,
    MAINTENANCE;

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Channel> fromJsonName(String name) {
        for (Channel channel : values()) {
            if (channel.jsonName().equals(name)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
