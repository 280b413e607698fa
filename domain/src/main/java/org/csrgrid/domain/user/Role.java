package org.csrgrid.domain.user;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is on the platform. The lower-case names are JSON and the role names of HTTP security; never rename one. */
public enum Role {
    GUEST(EnumSet.noneOf(Permission.class)),
    EMPLOYEE(EnumSet.of(Permission.DONATE, Permission.CREATE_CAMPAIGN)),
    MANAGER(EnumSet.of(Permission.DONATE, Permission.CREATE_CAMPAIGN, Permission.SEE_ANALYTICS)),
    ORGANIZATION_ADMIN(EnumSet.of(Permission.DONATE, Permission.CREATE_CAMPAIGN, Permission.RUN_ORGANIZATION)),
    ADMIN(EnumSet.of(
            Permission.DONATE,
            Permission.CREATE_CAMPAIGN,
            Permission.RUN_ANY_CAMPAIGN,
            Permission.APPROVE_CAMPAIGN,
            Permission.SEE_ANY_DONATION,
            Permission.REFUND,
            Permission.SEE_ANY_JOB,
            Permission.RUN_JOBS,
            Permission.END_ANY_SESSION,
            Permission.SEE_ANALYTICS,
            Permission.RUN_CACHES,
            Permission.SEE_AUDIT)),
    SUPER_ADMIN(EnumSet.allOf(Permission.class)),
    AUDITOR(EnumSet.of(
            Permission.SEE_ANY_DONATION, Permission.SEE_ANY_JOB, Permission.SEE_ANALYTICS, Permission.SEE_AUDIT)),
    /** A machine. It has another role besides, for what it may do. */
    SERVICE_ACCOUNT(EnumSet.noneOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> fromJsonName(String name) {
        for (Role role : values()) {
            if (role.jsonName().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
