package org.csrgrid.grid.session;

import org.csrgrid.domain.session.Session;

/** What became of a refresh token that was shown. */
public sealed interface RefreshOutcome {

    /** It was good; from now on the next one is. */
    record Rotated(Session session) implements RefreshOutcome {}

    /** It was not the one that is good now, so the session has ended with all its tokens. */
    record Reused(long userId) implements RefreshOutcome {}

    /** There is no such session, or it is over. */
    record Unknown() implements RefreshOutcome {}
}
