package org.csrgrid.apinode;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;

/** The people tests act as. */
public enum Person {
    EMPLOYEE(101, Role.EMPLOYEE),
    COLLEAGUE(102, Role.EMPLOYEE),
    ORGANIZATION_ADMIN(103, Role.ORGANIZATION_ADMIN),
    ADMIN(104, Role.ADMIN),
    AUDITOR(105, Role.AUDITOR),
    GUEST(106, Role.GUEST),
    MANAGER(107, Role.MANAGER);

    public static final String PASSWORD = "correct horse battery staple";

    public final long id;
    private final Role role;

    Person(long id, Role role) {
        this.id = id;
        this.role = role;
    }

    public String email() {
        return name().toLowerCase(Locale.ROOT) + "@example.org";
    }

    User user(String passwordHash) {
        return new User(
                id,
                email(),
                "Name of " + name(),
                passwordHash,
                Set.of(role),
                role == Role.ORGANIZATION_ADMIN ? ApiFixture.ACTIVE_ORGANIZATION : 0,
                null,
                "en",
                "EUR",
                User.Status.ACTIVE,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }
}
