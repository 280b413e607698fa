package org.csrgrid.apinode.session;

import java.security.SecureRandom;
import java.util.Base64;

/** Names of sessions nobody can guess: 128 random bits in 22 characters. */
public final class SessionIds {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionIds() {}

    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
