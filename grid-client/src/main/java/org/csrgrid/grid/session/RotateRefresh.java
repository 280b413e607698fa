package org.csrgrid.grid.session;

import com.hazelcast.map.EntryProcessor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.session.Session;

/**
 * Replaces a session's refresh token if the presented one is the good one; any other ends the session, since then two have it and one of them stole it.
 * Atomic over the session, so of two nodes that are shown the same token at once the later one ends the session. A repeat with the same next token is
 * harmless.
 *
 * @param presented hash of the token that was shown
 * @param next hash of the token to be good from now on
 */
public record RotateRefresh(String presented, String next, Instant at)
        implements EntryProcessor<String, Session, RefreshOutcome> {

    @Override
    public RefreshOutcome process(Map.Entry<String, Session> entry) {
        Session session = entry.getValue();
        if (session == null || session.isOver(at)) {
            return new RefreshOutcome.Unknown();
        }
        if (isSame(session.refreshHash(), presented)) {
            session = session.refreshed(next, at);
        } else if (!isSame(session.refreshHash(), next)) {
            entry.setValue(null);
            return new RefreshOutcome.Reused(session.userId());
        }
        entry.setValue(session);
        return new RefreshOutcome.Rotated(session);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
