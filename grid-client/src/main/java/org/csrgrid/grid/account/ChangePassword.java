package org.csrgrid.grid.account;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.user.User;

/** Gives somebody another password; answers whether there is such a user. Atomic over the user; a repeat is harmless. */
public record ChangePassword(String hash, Instant at) implements EntryProcessor<Long, User, Boolean> {

    @Override
    public Boolean process(Map.Entry<Long, User> entry) {
        User user = entry.getValue();
        if (user == null) {
            return false;
        }
        entry.setValue(user.withPassword(hash, at));
        return true;
    }

    /** Never the hash. */
    @Override
    public String toString() {
        return "ChangePassword[at=%s]".formatted(at);
    }
}
