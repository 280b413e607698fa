package org.csrgrid.grid.account;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.user.User;

/** Adds somebody unless they are there. Atomic over the user; a repeat is harmless. */
public record AddUser(User user) implements EntryProcessor<Long, User, Boolean> {

    @Override
    public Boolean process(Map.Entry<Long, User> entry) {
        if (entry.getValue() != null) {
            return false;
        }
        entry.setValue(user);
        return true;
    }
}
