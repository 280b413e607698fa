package org.csrgrid.domain.user;

import java.util.Set;

/**
 * Who asks. Rules take this instead of a whole user.
 *
 * @param userId 0 for somebody not signed in
 * @param organizationId the organization an organization admin runs, or 0
 */
public record Viewer(long userId, Set<Role> roles, long organizationId) {

    public static final Viewer ANONYMOUS = new Viewer(0, Set.of(Role.GUEST), 0);

    public Viewer {
        roles = Set.copyOf(roles);
    }

    public boolean isSignedIn() {
        return userId != 0;
    }

    public boolean may(Permission permission) {
        for (Role role : roles) {
            if (role.may(permission)) {
                return true;
            }
        }
        return false;
    }

    public boolean runs(long organization) {
        return may(Permission.RUN_ORGANIZATION) && organizationId == organization;
    }
}
