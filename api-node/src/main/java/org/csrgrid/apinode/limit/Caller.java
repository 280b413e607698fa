package org.csrgrid.apinode.limit;

import java.util.Set;
import org.csrgrid.config.settings.LimitedCaller;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.Viewer;

/**
 * Whose requests are counted together.
 *
 * @param key a person's id or an address
 */
record Caller(LimitedCaller kind, String key) {

    /** A person, at the best rate one of the person's roles gives. */
    static Caller person(Viewer viewer) {
        return new Caller(kind(viewer.roles()), "u" + viewer.userId());
    }

    static Caller address(String address) {
        return new Caller(LimitedCaller.ANONYMOUS, "a" + address);
    }

    private static LimitedCaller kind(Set<Role> roles) {
        LimitedCaller best = LimitedCaller.ANONYMOUS;
        for (Role role : roles) {
            LimitedCaller kind = kind(role);
            best = kind.compareTo(best) > 0 ? kind : best;
        }
        return best;
    }

    private static LimitedCaller kind(Role role) {
        return switch (role) {
            case GUEST -> LimitedCaller.ANONYMOUS;
            case EMPLOYEE -> LimitedCaller.EMPLOYEE;
            case MANAGER, ORGANIZATION_ADMIN, AUDITOR -> LimitedCaller.MANAGER;
            case ADMIN, SUPER_ADMIN -> LimitedCaller.ADMIN;
            case SERVICE_ACCOUNT -> LimitedCaller.SERVICE_ACCOUNT;
        };
    }
}
