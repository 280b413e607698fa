package org.csrgrid.apinode.session;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret that gets the next access token of one session. Its text is the session's id, a dot and 256 random bits; only the hash of it is kept.
 *
 * @param text as the client has it
 */
public record RefreshToken(String sessionId, String text) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})\\.[A-Za-z0-9_-]{43}");

    /** A new one of that session. */
    public static RefreshToken next(String sessionId) {
        return new RefreshToken(sessionId, sessionId + "." + Secrets.next());
    }

    /** Empty for what cannot be one of ours. */
    public static Optional<RefreshToken> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches() ? Optional.of(new RefreshToken(form.group(1), text)) : Optional.empty();
    }

    /** What is kept of it. */
    public String hash() {
        return Secrets.hash(text);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}
