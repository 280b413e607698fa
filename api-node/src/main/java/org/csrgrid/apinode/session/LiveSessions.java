package org.csrgrid.apinode.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.domain.session.Session;
import org.csrgrid.grid.session.SessionGrid;

/**
 * Which sessions live. One that was looked at is remembered for a second; one that is ended anywhere is forgotten at once, as every API node is told of
 * it. Should the message get lost, the second is all an ended session has. Safe for use by many threads.
 */
public final class LiveSessions {

    /** How long an ended session may still be taken for a living one, at the very most. */
    static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final int MOST_REMEMBERED = 50_000;

    private final SessionGrid sessions;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Session session, Instant until) {}

    public LiveSessions(SessionGrid sessions) {
        this.sessions = sessions;
        sessions.onEnd(seen::remove);
    }

    /** Whether that person's session lives; notes the use. */
    public boolean isAlive(String id, long userId, Instant now) {
        Seen known = seen.get(id);
        if (known != null && now.isBefore(known.until())) {
            return belongs(known.session(), userId, now);
        }
        Optional<Session> found = sessions.find(id).filter(session -> belongs(session, userId, now));
        found.ifPresent(session -> remember(session, now));
        return found.isPresent();
    }

    private static boolean belongs(Session session, long userId, Instant now) {
        return session.userId() == userId && !session.isOver(now);
    }

    private void remember(Session session, Instant now) {
        if (session.isNoteDue(now)) {
            sessions.noteUse(session.id(), now);
        }
        if (seen.size() >= MOST_REMEMBERED) {
            seen.clear();
        }
        seen.put(session.id(), new Seen(session.used(now), now.plus(REMEMBERED)));
    }
}
