package org.csrgrid.apinode.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Header names and values used more than once; made once because making one is not free. */
public final class Headers {

    public static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
    public static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");

    public static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");
    public static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    public static final Header REVALIDATE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");
    public static final Header REVALIDATE_PRIVATELY =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "private, no-cache");
    public static final Header NO_SNIFFING = HeaderValues.createCached("X-Content-Type-Options", "nosniff");
    public static final Header REPLAYED = HeaderValues.createCached("Idempotent-Replayed", "true");
    public static final Header VARY_BY_LANGUAGE_AND_PERSON =
            HeaderValues.createCached(HeaderNames.VARY, "Accept-Language, Authorization, Origin");
    public static final Header BEARER =
            HeaderValues.createCached(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"csr-grid\"");

    private static final Map<String, Header> CONTENT_LANGUAGES = new ConcurrentHashMap<>();

    private Headers() {}

    public static Header retryAfterSeconds(int seconds) {
        return HeaderValues.create(HeaderNames.RETRY_AFTER, Integer.toString(seconds));
    }

    /** @param tag with its quotes */
    public static Header etag(String tag) {
        return HeaderValues.create(HeaderNames.ETAG, tag);
    }

    /** Cached, because it goes with every answer that has a language. */
    public static Header contentLanguage(String language) {
        return CONTENT_LANGUAGES.computeIfAbsent(
                language, code -> HeaderValues.createCached(HeaderNames.CONTENT_LANGUAGE, code));
    }
}
