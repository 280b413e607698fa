package org.csrgrid.bench.world;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.csrgrid.apinode.auth.PasswordHashing;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;

/** Donors and an administrator. All have one password, hashed as cheaply as the settings allow, since a bench does not measure log-ins. */
final class People {

    static final String PASSWORD = "bench-password";
    static final String ADMINISTRATOR = "administrator@bench.example";
    static final long FIRST_DONOR = 10_000;
    private static final long ADMINISTRATOR_ID = 9_999;

    private People() {}

    static String email(int donor) {
        return "donor" + donor + "@bench.example";
    }

    static Map<Long, User> of(int donors, Instant now) {
        String hash = cheapHash();
        Map<Long, User> people = new HashMap<>();
        people.put(ADMINISTRATOR_ID, person(ADMINISTRATOR_ID, ADMINISTRATOR, hash, Role.ADMIN, now));
        for (int donor = 0; donor < donors; donor++) {
            people.put(FIRST_DONOR + donor, person(FIRST_DONOR + donor, email(donor), hash, Role.EMPLOYEE, now));
        }
        return people;
    }

    private static User person(long id, String email, String hash, Role role, Instant now) {
        return new User(
                id,
                email,
                "Person " + id,
                hash,
                Set.of(role),
                0,
                "Bench",
                "en",
                "EUR",
                User.Status.ACTIVE,
                now,
                now,
                1);
    }

    private static String cheapHash() {
        var settings = SettingsLoader.defaultsWith(
                Map.of("security.password-memory", "1024", "security.password-iterations", "1"));
        return new PasswordHashing(settings.security()).hash(PASSWORD);
    }
}
