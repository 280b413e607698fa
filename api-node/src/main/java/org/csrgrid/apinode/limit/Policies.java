package org.csrgrid.apinode.limit;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.csrgrid.config.settings.LimitSettings;
import org.csrgrid.config.settings.LimitedCaller;
import org.csrgrid.config.settings.RouteGroup;
import org.csrgrid.config.settings.RouteGroupSettings;
import org.csrgrid.grid.limit.BucketRate;

/** The limit of every group of routes for every kind of callers. */
final class Policies {

    private final Map<RouteGroup, Map<LimitedCaller, Policy>> policies = new EnumMap<>(RouteGroup.class);

    Policies(LimitSettings settings) {
        for (RouteGroup group : RouteGroup.values()) {
            var ofGroup = new EnumMap<LimitedCaller, Policy>(LimitedCaller.class);
            for (LimitedCaller caller : LimitedCaller.values()) {
                ofGroup.put(caller, policy(settings, group, caller));
            }
            policies.put(group, ofGroup);
        }
    }

    Policy of(RouteGroup group, LimitedCaller caller) {
        return Objects.requireNonNull(
                Objects.requireNonNull(policies.get(group), "every group").get(caller), "every caller");
    }

    private static Policy policy(LimitSettings settings, RouteGroup group, LimitedCaller caller) {
        RouteGroupSettings own = settings.group(group);
        if (own.isCountedApart()) {
            return Policy.of(name(group), new BucketRate(own.perMinute(), own.burst()), own.uncounted());
        }
        var rate = new BucketRate(
                settings.caller(caller).perMinute(), settings.caller(caller).burst());
        return Policy.of(name(caller), rate, own.uncounted());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
