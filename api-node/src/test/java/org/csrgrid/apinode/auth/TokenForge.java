package org.csrgrid.apinode.auth;

import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.SignedJwt;
import io.helidon.security.jwt.jwk.Jwk;
import io.helidon.security.jwt.jwk.JwkOctet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.csrgrid.config.settings.SecuritySettings;

/** Tokens as an attacker would make them, and a right one to show that only the flaw is refused. */
public enum TokenForge {
    GENUINE,
    NO_SESSION,
    OTHER_SESSION,
    ALGORITHM_NONE,
    OTHER_ALGORITHM,
    OTHER_KEY,
    OTHER_ISSUER,
    OTHER_AUDIENCE,
    OTHER_TYPE,
    NOT_YET_VALID,
    NO_EXPIRY,
    WITH_KEY_ID,
    CHANGED_SUBJECT,
    CUT_SHORT;

    public boolean isGenuine() {
        return this == GENUINE;
    }

    public String token(SecuritySettings settings, long userId, String sessionId, Instant now) {
        String secret = settings.tokenKey().reveal();
        String token = SignedJwt.sign(claims(userId, sessionId, now), key(this == OTHER_KEY ? secret + "x" : secret))
                .tokenContent();
        return switch (this) {
            case CHANGED_SUBJECT -> changed(token, userId);
            case CUT_SHORT -> token.substring(0, token.length() - 2);
            default -> token;
        };
    }

    private Jwt claims(long userId, String sessionId, Instant now) {
        Jwt.Builder jwt = Jwt.builder()
                .algorithm(algorithm())
                .type(this == OTHER_TYPE ? "JWT" : AccessTokens.TYPE)
                .issuer(this == OTHER_ISSUER ? "somebody" : AccessTokens.ISSUER)
                .addAudience(this == OTHER_AUDIENCE ? "something" : AccessTokens.AUDIENCE)
                .subject(Long.toString(userId))
                .issueTime(now)
                .notBefore(this == NOT_YET_VALID ? now.plusSeconds(60) : now);
        if (this != NO_SESSION) {
            jwt.addPayloadClaim(AccessTokens.SESSION, this == OTHER_SESSION ? "x".repeat(22) : sessionId);
        }
        if (this != NO_EXPIRY) {
            jwt.expirationTime(now.plusSeconds(900));
        }
        if (this == WITH_KEY_ID) {
            jwt.keyId("mine");
        }
        return jwt.build();
    }

    private String algorithm() {
        return switch (this) {
            case ALGORITHM_NONE -> Jwk.ALG_NONE;
            case OTHER_ALGORITHM -> JwkOctet.ALG_HS512;
            default -> JwkOctet.ALG_HS256;
        };
    }

    private Jwk key(String secret) {
        if (this == ALGORITHM_NONE) {
            return Jwk.NONE_JWK;
        }
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        return JwkOctet.create(jakarta.json.Json.createObjectBuilder()
                .add("kty", "oct")
                .add("kid", "access")
                .add("alg", algorithm())
                .add("k", encoded)
                .build());
    }

    private static String changed(String token, long userId) {
        String[] parts = token.split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = payload.replace("\"" + userId + "\"", "\"" + (userId + 1) + "\"");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }
}
