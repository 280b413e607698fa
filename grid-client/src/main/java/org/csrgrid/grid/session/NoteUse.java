package org.csrgrid.grid.session;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.session.Session;

/** Notes that a session was used. Atomic over the session; a repeat is harmless, and one that has ended stays ended. */
public record NoteUse(Instant at) implements EntryProcessor<String, Session, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, Session> entry) {
        Session session = entry.getValue();
        if (session == null) {
            return false;
        }
        Session used = session.used(at);
        if (used == session) {
            return false;
        }
        entry.setValue(used);
        return true;
    }
}
