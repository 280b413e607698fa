package org.csrgrid.grid.session;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.session.Session;

/** Ends a session if it is that person's; answers whether it was. Atomic over the session; a repeat is harmless and answers false. */
public record EndSession(long userId) implements EntryProcessor<String, Session, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, Session> entry) {
        Session session = entry.getValue();
        if (session == null || session.userId() != userId) {
            return false;
        }
        entry.setValue(null);
        return true;
    }
}
