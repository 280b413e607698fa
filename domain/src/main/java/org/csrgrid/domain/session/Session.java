package org.csrgrid.domain.session;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import org.csrgrid.domain.Versioned;

/**
 * Somebody is signed in somewhere.
 *
 * @param id random, 22 characters
 * @param lastSeenAt use as it was noted, at most a minute before the last use
 * @param idle how long it lives without use
 * @param expiresAt when it is over whatever it is used for
 * @param device what the client calls itself, cut short; may be empty
 * @param address where it was begun from
 * @param refreshHash hash of the one refresh token that is good now; empty for a session without
 * @param authenticatedAt when the person last proved who they are
 * @param secondFactor whether they did so with a second factor, at least once
 */
public record Session(
        String id,
        long userId,
        Instant createdAt,
        Instant lastSeenAt,
        Duration idle,
        Instant expiresAt,
        String device,
        String address,
        String refreshHash,
        Instant authenticatedAt,
        boolean secondFactor,
        long version)
        implements Versioned {

    /** Use is noted no more often than this. */
    public static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    public static final int DEVICE_LIMIT = 200;

    public Session {
        requireNonNull(id, "id is null");
        requireNonNull(expiresAt, "expiresAt is null");
        refreshHash = requireNonNullElse(refreshHash, "");
        authenticatedAt = requireNonNullElse(authenticatedAt, createdAt);
        device = device.length() > DEVICE_LIMIT ? device.substring(0, DEVICE_LIMIT) : device;
    }

    /** A new one. */
    public static Session begin(
            String id, long userId, Instant now, Duration idle, Duration absolute, String device, String address) {
        return new Session(id, userId, now, now, idle, now.plus(absolute), device, address, "", now, false, 1);
    }

    /** When it is over if it is not used again. */
    public Instant endsAt() {
        Instant unused = lastSeenAt.plus(idle);
        return unused.isBefore(expiresAt) ? unused : expiresAt;
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt());
    }

    /** Whether a use now is to be noted. */
    public boolean isNoteDue(Instant now) {
        return !now.isBefore(lastSeenAt.plus(NOTED_EVERY));
    }

    /** The same after a use; itself if the use need not be noted or comes too late. A repeat changes nothing. */
    public Session used(Instant now) {
        return isOver(now) || !isNoteDue(now) ? this : next(now, refreshHash, authenticatedAt, secondFactor);
    }

    /** The same with another refresh token, which counts as a use. */
    public Session refreshed(String hash, Instant now) {
        return next(now, hash, authenticatedAt, secondFactor);
    }

    /** The same after the person proved again who they are, which counts as a use; a second factor that was shown stays shown. */
    public Session authenticated(boolean withSecondFactor, Instant now) {
        return next(now, refreshHash, now, secondFactor || withSecondFactor);
    }

    /** Whether the person proved who they are within that time. */
    public boolean isAuthenticatedWithin(Duration time, Instant now) {
        return now.isBefore(authenticatedAt.plus(time));
    }

    private Session next(Instant seenAt, String refresh, Instant authenticated, boolean factor) {
        return new Session(
                id,
                userId,
                createdAt,
                seenAt,
                idle,
                expiresAt,
                device,
                address,
                refresh,
                authenticated,
                factor,
                version + 1);
    }

    /** Neither where nor with what. */
    @Override
    public String toString() {
        return "Session[userId=%d, createdAt=%s]".formatted(userId, createdAt);
    }
}
