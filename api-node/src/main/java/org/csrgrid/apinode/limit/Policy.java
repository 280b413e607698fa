package org.csrgrid.apinode.limit;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.time.Duration;
import java.util.Locale;
import org.csrgrid.config.settings.Uncounted;
import org.csrgrid.grid.limit.BucketRate;

/**
 * A limit and how it is told: {@code RateLimit-Policy} and {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers. The burst is a parameter of our
 * own, since the draft has none.
 *
 * @param bucket what its buckets' keys begin with; it names the rate, so that changed settings begin with new buckets
 */
record Policy(String name, String bucket, BucketRate rate, Uncounted uncounted, Header announcement) {

    private static final HeaderName POLICY = HeaderNames.create("RateLimit-Policy");
    private static final HeaderName STATE = HeaderNames.create("RateLimit");
    private static final int WINDOW_SECONDS = 60;

    static Policy of(String name, BucketRate rate, Uncounted uncounted) {
        String announcement =
                "\"%s\";q=%d;w=%d;csr-burst=%d".formatted(name, rate.perMinute(), WINDOW_SECONDS, rate.burst());
        String bucket = String.format(Locale.ROOT, "%s/%d/%d:", name, rate.perMinute(), rate.burst());
        return new Policy(name, bucket, rate, uncounted, HeaderValues.createCached(POLICY, announcement));
    }

    Header state(long remaining, Duration time) {
        return HeaderValues.create(STATE, "\"" + name + "\";r=" + remaining + ";t=" + seconds(time));
    }

    /** Whole seconds, none of them missing. */
    static int seconds(Duration time) {
        return Math.toIntExact(time.plusNanos(999_999_999).toSeconds());
    }
}
