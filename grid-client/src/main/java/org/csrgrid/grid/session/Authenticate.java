package org.csrgrid.grid.session;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.session.Session;

/** Notes that the person of a session proved again who they are. Atomic over the session; a repeat is harmless, and one that has ended stays ended. */
public record Authenticate(boolean secondFactor, Instant at) implements EntryProcessor<String, Session, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, Session> entry) {
        Session session = entry.getValue();
        if (session == null || session.isOver(at)) {
            return false;
        }
        entry.setValue(session.authenticated(secondFactor, at));
        return true;
    }
}
