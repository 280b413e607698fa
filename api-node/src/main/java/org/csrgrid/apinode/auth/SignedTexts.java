package org.csrgrid.apinode.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.csrgrid.apinode.http.Hmac;

/** Texts that clients keep for us and cannot change. What is signed for one purpose is worth nothing for another. Safe for use by many threads. */
public final class SignedTexts {

    private final Hmac key;

    public SignedTexts(Hmac key, String purpose) {
        this.key = key.derive(purpose);
    }

    public String sign(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return encoded(bytes) + "." + encoded(key.of(bytes));
    }

    /** The content, or empty if it is not as it was signed. */
    public Optional<String> open(String signed) {
        String[] parts = signed.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            byte[] content = Base64.getUrlDecoder().decode(parts[0]);
            byte[] code = Base64.getUrlDecoder().decode(parts[1]);
            return MessageDigest.isEqual(code, key.of(content))
                    ? Optional.of(new String(content, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
