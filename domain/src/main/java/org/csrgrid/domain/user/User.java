package org.csrgrid.domain.user;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.csrgrid.domain.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A person with a log-in.
 *
 * @param email lower case, unique
 * @param passwordHash Argon2id in PHC string form
 * @param organizationId the organization an organization admin runs, or 0
 */
public record User(
        long id,
        String email,
        String name,
        String passwordHash,
        Set<Role> roles,
        long organizationId,
        @Nullable String department,
        String language,
        String currencyCode,
        Status status,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    public User {
        requireNonNull(status, "status is null");
        roles = Set.copyOf(roles);
        if (!email.equals(email.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("email: \"%s\" (expected: lower case)".formatted(email));
        }
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.may(permission));
    }

    /** The same with another password. */
    public User withPassword(String hash, Instant now) {
        return new User(
                id,
                email,
                name,
                hash,
                roles,
                organizationId,
                department,
                language,
                currencyCode,
                status,
                createdAt,
                now,
                version + 1);
    }

    /** Never the password's hash. */
    @Override
    public String toString() {
        return "User[id=%d, roles=%s, status=%s, version=%d]".formatted(id, roles, status, version);
    }

    public enum Status {
        ACTIVE,
        INACTIVE,
        SUSPENDED
    }
}
