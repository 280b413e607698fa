package org.csrgrid.grid.session;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryRemovedListener;
import com.hazelcast.query.Predicates;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.csrgrid.domain.session.Session;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is signed in. Beginning and ending are in the database when answered, so neither a member's death nor everybody's signs anybody out or in again.
 * Unless said otherwise methods throw {@link org.csrgrid.grid.cluster.GridUnavailableException} when the grid or the database does not answer. Safe for
 * use by many threads.
 */
public final class SessionGrid {

    private static final Logger LOG = LoggerFactory.getLogger(SessionGrid.class);

    private final IMap<String, Session> sessions;

    public SessionGrid(HazelcastInstance grid) {
        sessions = grid.getMap(GridMaps.SESSIONS);
    }

    /**
     * Begins a session, then ends the person's oldest ones beyond {@code most}. Two that begin at once may both stay for a moment; the next one ends what
     * is too much. A repeat is harmless.
     *
     * @return how many were ended
     */
    public int begin(Session session, int most) {
        GridCalls.repeatable(() -> {
            sessions.set(session.id(), session);
            return session;
        });
        List<Session> newestFirst = ofUser(session.userId(), session.createdAt()).stream()
                .sorted(Comparator.comparing(Session::createdAt).reversed())
                .filter(other -> !other.id().equals(session.id()))
                .toList();
        return (int) newestFirst.stream()
                .skip(most - 1L)
                .filter(oldest -> end(oldest.userId(), oldest.id()))
                .count();
    }

    /** Replaces a session's refresh token, or ends the session if the presented one is not the good one: {@link RotateRefresh}. Durable when answered. */
    public RefreshOutcome rotate(String id, String presentedHash, String nextHash, Instant now) {
        return GridCalls.repeatable(() -> sessions.executeOnKey(id, new RotateRefresh(presentedHash, nextHash, now)));
    }

    /** Notes that the person proved again who they are; false if the session is over. Durable when answered; a repeat is harmless. */
    public boolean authenticate(String id, boolean secondFactor, Instant now) {
        return GridCalls.repeatable(() -> sessions.executeOnKey(id, new Authenticate(secondFactor, now)));
    }

    /** The session, over or not. */
    public Optional<Session> find(String id) {
        return Optional.ofNullable(GridCalls.repeatable(() -> sessions.get(id)));
    }

    /** Notes a use without waiting for it; a note that gets lost is made at the next use. Never throws. */
    public void noteUse(String id, Instant now) {
        try {
            sessions.submitToKey(id, new NoteUse(now)).whenComplete((_, failure) -> {
                if (failure != null) {
                    LOG.debug("A session's use is not noted; the next one is", failure);
                }
            });
        } catch (RuntimeException unreachable) {
            LOG.debug("A session's use is not noted; the next one is", unreachable);
        }
    }

    /** A person's sessions that are not over, the last used first. Asks all members, through the map's index. */
    public List<Session> ofUser(long userId, Instant now) {
        return GridCalls.repeatable(() -> sessions.values(Predicates.equal("userId", userId))).stream()
                .filter(session -> !session.isOver(now))
                .sorted(Comparator.comparing(Session::lastSeenAt).reversed().thenComparing(Session::id))
                .toList();
    }

    /** Ends one; false if that person has none of that id. A repeat is harmless. */
    public boolean end(long userId, String id) {
        return GridCalls.repeatable(() -> sessions.executeOnKey(id, new EndSession(userId)));
    }

    /** Ends all of a person's sessions but one, over or not; an empty {@code kept} keeps none. A repeat is harmless. */
    public void endOthers(long userId, String kept) {
        for (String id : GridCalls.repeatable(() -> sessions.keySet(Predicates.equal("userId", userId)))) {
            if (!id.equals(kept)) {
                end(userId, id);
            }
        }
    }

    /** Calls back with the id of every session that ends, wherever it was ended, within milliseconds; callbacks may get lost with a connection. */
    public void onEnd(Consumer<String> callback) {
        EntryRemovedListener<String, Session> listener = event -> callback.accept(event.getKey());
        sessions.addEntryListener(listener, false);
    }
}
