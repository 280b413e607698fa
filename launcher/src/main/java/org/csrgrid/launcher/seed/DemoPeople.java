package org.csrgrid.launcher.seed;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;

/** The named log-ins, then some two hundred employees of several countries. */
final class DemoPeople {

    private static final int EMPLOYEES = 200;
    private static final List<String> FIRST_NAMES = List.of(
            "Anna", "Bram", "Chloé", "Daan", "Élise", "Femke", "Gabriel", "Hannah", "Ibrahim", "Julie", "Kenji",
            "Lotte", "Mehmet", "Nina", "Oscar", "Priya", "Quentin", "Rosa", "Sam", "Tess");
    private static final List<String> LAST_NAMES =
            List.of("Bakker", "Dubois", "Evans", "Fischer", "Garcia", "Hendriks", "Ito", "Janssens", "Khan", "Lefèvre");
    private static final List<String> DEPARTMENTS =
            List.of("Finance", "Engineering", "Sales", "Support", "Operations", "People", "Legal", "Marketing");
    private static final List<String> LANGUAGES = List.of("en", "nl", "fr", "en", "nl");
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "GBP", "EUR", "JPY", "EUR");

    private final DemoIds ids;
    private final Instant joined;
    private final String passwordHash;

    DemoPeople(DemoIds ids, Instant today, String passwordHash) {
        this.ids = ids;
        this.joined = today.minus(Duration.ofDays(700));
        this.passwordHash = passwordHash;
    }

    /** @param ownOrganization what the organization admin runs */
    List<User> all(long ownOrganization) {
        List<User> people = new ArrayList<>();
        for (DemoLogin login : DemoLogin.ALL) {
            long runs = login.role() == Role.ORGANIZATION_ADMIN ? ownOrganization : 0;
            people.add(user(people.size(), login.email(), login.name(), login.role(), runs, "en", "EUR"));
        }
        for (int number = 0; number < EMPLOYEES; number++) {
            String first = FIRST_NAMES.get(number % FIRST_NAMES.size());
            String last = LAST_NAMES.get(number / FIRST_NAMES.size());
            people.add(user(
                    people.size(),
                    plain(first + "." + last) + DemoLogin.DOMAIN,
                    first + " " + last,
                    Role.EMPLOYEE,
                    0,
                    LANGUAGES.get(number % LANGUAGES.size()),
                    CURRENCIES.get(number % CURRENCIES.size())));
        }
        return people;
    }

    private User user(int number, String email, String name, Role role, long runs, String language, String currency) {
        Instant since = joined.plus(Duration.ofHours(number * 37L));
        return new User(
                ids.at(since),
                email,
                name,
                passwordHash,
                Set.of(role),
                runs,
                DEPARTMENTS.get(number % DEPARTMENTS.size()),
                language,
                currency,
                User.Status.ACTIVE,
                since,
                since,
                1);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
