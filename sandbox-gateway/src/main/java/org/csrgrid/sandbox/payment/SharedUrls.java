package org.csrgrid.sandbox.payment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads URLs, equal ones into one object: millions of payments name the same few receivers. */
public final class SharedUrls {
    private static final int MOST_KEPT = 1000;
    private static final Map<String, URI> KEPT = new ConcurrentHashMap<>();

    private SharedUrls() {}

    /**
     * Reads a URL.
     *
     * @throws URISyntaxException if it is none
     */
    public static URI parse(String text) throws URISyntaxException {
        URI known = KEPT.get(text);
        if (known != null) {
            return known;
        }
        URI url = new URI(text);
        if (KEPT.size() < MOST_KEPT) {
            KEPT.putIfAbsent(text, url);
        }
        return url;
    }
}
