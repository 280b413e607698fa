package org.csrgrid.domain.account;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.csrgrid.domain.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * What a secret that was mailed to somebody is good for, once.
 *
 * @param hash of the secret, which itself is kept nowhere
 * @param email lower case; whoever has the secret reads this address's mail
 * @param name of somebody who registers, empty otherwise
 * @param language of somebody who registers, empty otherwise
 * @param usedBy the one attempt that used it, or null
 */
public record AccountToken(
        String hash,
        Purpose purpose,
        String email,
        String name,
        String language,
        Instant expiresAt,
        @Nullable String usedBy,
        long version)
        implements Versioned {

    public AccountToken {
        requireNonNull(hash, "hash is null");
        requireNonNull(purpose, "purpose is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }

    public enum Purpose {
        REGISTER,
        RESET_PASSWORD
    }

    /** Whether that attempt may use it, or did. */
    public boolean isGoodFor(Purpose wanted, String attempt, Instant now) {
        return purpose == wanted && now.isBefore(expiresAt) && (usedBy == null || usedBy.equals(attempt));
    }

    public AccountToken used(String attempt) {
        return new AccountToken(hash, purpose, email, name, language, expiresAt, attempt, version + 1);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "AccountToken[purpose=%s, expiresAt=%s]".formatted(purpose, expiresAt);
    }
}
