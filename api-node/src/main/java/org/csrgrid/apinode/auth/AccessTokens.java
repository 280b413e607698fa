package org.csrgrid.apinode.auth;

import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.JwtValidator;
import io.helidon.security.jwt.SignedJwt;
import io.helidon.security.jwt.jwk.JwkKeys;
import io.helidon.security.jwt.jwk.JwkOctet;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.apinode.http.Ids;
import org.csrgrid.config.settings.SecuritySettings;

/**
 * Short-lived JSON Web Tokens signed with HS256; no other algorithm, issuer, audience or type is accepted. A token that was verified once is known by its
 * whole text until it expires. Safe for use by many threads.
 */
final class AccessTokens {

    static final String ISSUER = "csr-grid";
    static final String AUDIENCE = "csr-grid-api";
    static final String SESSION = "sid";
    static final String TYPE = "at+jwt";
    private static final int LONGEST = 4_000;
    private static final int MOST_VERIFIED = 20_000;
    private static final JwkKeys NO_OTHER_KEYS = JwkKeys.builder().build();

    private final JwkOctet key;
    private final Duration life;
    private final Map<String, Claims> verified = new ConcurrentHashMap<>();

    /** Whose token it is, of which session, and how long it is good for. */
    record Claims(long userId, String sessionId, Instant expiresAt) {}

    AccessTokens(SecuritySettings settings) {
        life = settings.tokenLife();
        key = key(settings.tokenKey().reveal().getBytes(StandardCharsets.UTF_8));
    }

    private static JwkOctet key(byte[] secret) {
        return JwkOctet.create(jakarta.json.Json.createObjectBuilder()
                .add("kty", "oct")
                .add("kid", "access")
                .add("alg", JwkOctet.ALG_HS256)
                .add("k", Base64.getUrlEncoder().withoutPadding().encodeToString(secret))
                .build());
    }

    Duration life() {
        return life;
    }

    String issue(long userId, String sessionId, Instant now) {
        Jwt token = Jwt.builder()
                .algorithm(JwkOctet.ALG_HS256)
                .type(TYPE)
                .issuer(ISSUER)
                .addAudience(AUDIENCE)
                .subject(Long.toString(userId))
                .addPayloadClaim(SESSION, sessionId)
                .issueTime(now)
                .notBefore(now)
                .expirationTime(now.plus(life))
                .build();
        return SignedJwt.sign(token, key).tokenContent();
    }

    /** What the token says, or empty if any part of it is not as it must be. */
    Optional<Claims> verify(String token, Instant now) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        Claims known = verified.get(token);
        if (known != null && now.isBefore(known.expiresAt())) {
            return Optional.of(known);
        }
        verified.remove(token);
        Optional<Claims> claims = check(token, now);
        claims.ifPresent(good -> remember(token, good));
        return claims;
    }

    private void remember(String token, Claims claims) {
        if (verified.size() >= MOST_VERIFIED) {
            verified.clear();
        }
        verified.put(token, claims);
    }

    private Optional<Claims> check(String token, Instant now) {
        try {
            SignedJwt signed = SignedJwt.parseToken(token);
            Jwt jwt = signed.getJwt();
            boolean pinned = jwt.algorithm().filter(JwkOctet.ALG_HS256::equals).isPresent()
                    && jwt.type().filter(TYPE::equals).isPresent()
                    && jwt.keyId().isEmpty();
            if (!pinned || !signed.verifySignature(NO_OTHER_KEYS, key).isValid()) {
                return Optional.empty();
            }
            return validator(now).validate(jwt).isValid() ? claims(jwt) : Optional.empty();
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static JwtValidator validator(Instant now) {
        return JwtValidator.builder()
                .addIssuerValidator(ISSUER, true)
                .addAudienceValidator(AUDIENCE)
                .addDefaultTimeValidators(now, Duration.ZERO, true)
                .addCriticalValidator()
                .build();
    }

    private static Optional<Claims> claims(Jwt jwt) {
        long userId = jwt.subject().map(Ids::parse).orElse(Ids.NONE);
        Optional<String> sessionId = jwt.payloadClaim(SESSION).map(claim -> ((JsonString) claim).getString());
        return userId == Ids.NONE || sessionId.isEmpty()
                ? Optional.empty()
                : jwt.expirationTime().map(expiresAt -> new Claims(userId, sessionId.get(), expiresAt));
    }
}
