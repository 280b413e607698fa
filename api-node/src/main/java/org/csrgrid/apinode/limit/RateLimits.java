package org.csrgrid.apinode.limit;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.config.settings.LimitSettings;
import org.csrgrid.config.settings.RouteGroup;
import org.csrgrid.config.settings.Uncounted;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.limit.SharedBuckets;

/** Counts every request to the API before it is served, tells what is left, and refuses what is too much. docs/limits.md has the rules. */
public final class RateLimits implements Filter {

    private static final int RETRY_SECONDS = 2;

    private final Counting counting;
    private final Policies policies;
    private final ClientAddresses addresses;
    private final Access access;

    public RateLimits(
            SharedBuckets shared,
            LimitSettings settings,
            ClientAddresses addresses,
            Access access,
            InstantSource clock) {
        counting = new Counting(shared, settings, clock);
        policies = new Policies(settings);
        this.addresses = addresses;
        this.access = access;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Optional<RouteGroup> group = RouteGroups.of(request.prologue());
        if (group.isEmpty()) {
            chain.proceed();
            return;
        }
        Caller caller = caller(group.get(), request);
        Policy policy = policies.of(group.get(), caller.kind());
        response.header(policy.announcement());
        switch (counting.count(policy.bucket() + caller.key(), policy.rate())) {
            case Verdict.Admitted admitted -> {
                response.header(policy.state(admitted.remaining(), admitted.untilFull()));
                chain.proceed();
            }
            case Verdict.Refused refused -> refuse(policy, refused.untilNext(), request, response);
            case Verdict.NotCounted _ -> uncounted(policy, chain, request, response);
        }
    }

    /** Where nobody is signed in yet, or a token is not good, the address is counted. */
    private Caller caller(RouteGroup group, RoutingRequest request) {
        Viewer viewer = group == RouteGroup.LOGIN || group == RouteGroup.WEBHOOKS
                ? Viewer.ANONYMOUS
                : access.viewerIfKnown(request);
        return viewer.isSignedIn() ? Caller.person(viewer) : Caller.address(addresses.countedAs(request));
    }

    private static void refuse(Policy policy, Duration untilNext, RoutingRequest request, RoutingResponse response) {
        response.header(policy.state(0, untilNext));
        Problem.of(ProblemType.TOO_MANY_REQUESTS)
                .with(Headers.retryAfterSeconds(Math.max(1, Policy.seconds(untilNext))))
                .send(request, response);
    }

    private static void uncounted(Policy policy, FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (policy.uncounted() == Uncounted.PASS) {
            chain.proceed();
        } else {
            Problem.of(ProblemType.UNAVAILABLE)
                    .with(Headers.retryAfterSeconds(RETRY_SECONDS))
                    .send(request, response);
        }
    }
}
