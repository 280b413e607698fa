package org.csrgrid.launcher.seed;

import java.util.List;
import org.csrgrid.domain.user.Role;

/**
 * A named log-in of the demo set; all share the password in the data folder's secrets.
 *
 * @param can what this one is good for, in a few words
 */
public record DemoLogin(String email, String name, Role role, String can) {

    static final String DOMAIN = "@demo.example";

    /** One for every role, the plain employee first. */
    public static final List<DemoLogin> ALL = List.of(
            new DemoLogin("employee" + DOMAIN, "Emma Peeters", Role.EMPLOYEE, "donates"),
            new DemoLogin("organizer" + DOMAIN, "Olivier Marchand", Role.EMPLOYEE, "runs campaigns of their own"),
            new DemoLogin("manager" + DOMAIN, "Mark de Vries", Role.MANAGER, "leads a department"),
            new DemoLogin("orgadmin" + DOMAIN, "Olga Jansen", Role.ORGANIZATION_ADMIN, "runs Clean Water Now"),
            new DemoLogin("admin" + DOMAIN, "Adam Clarke", Role.ADMIN, "approves campaigns, refunds"),
            new DemoLogin("superadmin" + DOMAIN, "Sofia Laurent", Role.SUPER_ADMIN, "may do everything"),
            new DemoLogin("auditor" + DOMAIN, "Aiko Tanaka", Role.AUDITOR, "sees every donation"));
}
