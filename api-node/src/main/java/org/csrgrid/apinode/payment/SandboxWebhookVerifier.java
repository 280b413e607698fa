package org.csrgrid.apinode.payment;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.csrgrid.apinode.http.Hmac;
import org.csrgrid.apinode.http.Ids;

/**
 * {@code Sandbox-Signature: t=<unix seconds>,v1=<hex>}, where the hex is HMAC-SHA256 over the time, a dot and the raw body. Several v1 may be given; one
 * must fit. The time may differ from ours by the tolerance in either direction.
 */
final class SandboxWebhookVerifier implements WebhookVerifier {

    static final HeaderName SIGNATURE = HeaderNames.create("Sandbox-Signature");
    private static final int LONGEST = 1_000;
    private static final int HEX_DIGITS = 64;

    private final Hmac hmac;
    private final Duration tolerance;

    SandboxWebhookVerifier(String secret, Duration tolerance) {
        hmac = new Hmac(secret);
        this.tolerance = tolerance;
    }

    @Override
    public boolean isGenuine(ServerRequestHeaders headers, byte[] body, Instant now) {
        if (!headers.contains(SIGNATURE)) {
            return false;
        }
        String signature = headers.get(SIGNATURE).get();
        if (signature.length() > LONGEST) {
            return false;
        }
        String[] parts = signature.split(",");
        long seconds = time(parts);
        return isRecent(seconds, now) && isSigned(parts, seconds, body);
    }

    private static long time(String[] parts) {
        return parts[0].startsWith("t=") ? Ids.parse(parts[0].substring(2)) : Ids.NONE;
    }

    private boolean isRecent(long seconds, Instant now) {
        return seconds != Ids.NONE && Math.abs(now.getEpochSecond() - seconds) <= tolerance.toSeconds();
    }

    private boolean isSigned(String[] parts, long seconds, byte[] body) {
        byte[] expected = hmac.of((seconds + ".").getBytes(StandardCharsets.US_ASCII), body);
        boolean fits = false;
        for (String part : parts) {
            // No early end: how long it takes says nothing about which part fits.
            fits |= part.startsWith("v1=") && MessageDigest.isEqual(expected, bytes(part.substring(3)));
        }
        return fits;
    }

    private static byte[] bytes(String hex) {
        if (hex.length() != HEX_DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            return new byte[0];
        }
        return HexFormat.of().parseHex(hex);
    }
}
