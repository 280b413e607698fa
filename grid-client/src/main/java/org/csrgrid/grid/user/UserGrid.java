package org.csrgrid.grid.user;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;

/** People with a log-in. Safe for use by many threads. */
public final class UserGrid {

    private final IMap<Long, User> users;

    public UserGrid(HazelcastInstance grid) {
        users = grid.getMap(GridMaps.USERS);
    }

    public Optional<User> find(long id) {
        return Optional.ofNullable(GridCalls.repeatable(() -> users.get(id)));
    }

    /** The users of those ids that exist. */
    public Map<Long, User> findAll(Set<Long> ids) {
        return ids.isEmpty() ? Map.of() : GridCalls.repeatable(() -> users.getAll(ids));
    }

    /** Looks an e-mail address up through the map's index, whatever its case. */
    public Optional<User> findByEmail(String email) {
        String wanted = email.toLowerCase(Locale.ROOT);
        return GridCalls.repeatable(() -> users.values(Predicates.equal("email", wanted))).stream()
                .findFirst();
    }

    /** Everybody who is active and has that role. Looks at all users on all members, so it is for rare events. */
    public List<User> activeWith(Role role) {
        Predicate<Long, User> wanted =
                Predicates.and(Predicates.equal("roles[any]", role), Predicates.equal("status", User.Status.ACTIVE));
        return List.copyOf(GridCalls.repeatable(() -> users.values(wanted)));
    }
}
