package org.csrgrid.apinode.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret that gets the next access token of one session. Its text is the session's id, a dot and 256 random bits; only the hash of it is kept.
 *
 * @param text as the client has it
 */
public record RefreshToken(String sessionId, String text) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})\\.[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one of that session. */
    public static RefreshToken next(String sessionId) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RefreshToken(
                sessionId,
                sessionId + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what cannot be one of ours. */
    public static Optional<RefreshToken> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches() ? Optional.of(new RefreshToken(form.group(1), text)) : Optional.empty();
    }

    /** What is kept of it. No salt and no slow hash, because 256 random bits cannot be guessed. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}
