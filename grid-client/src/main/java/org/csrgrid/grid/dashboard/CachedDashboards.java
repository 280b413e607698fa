package org.csrgrid.grid.dashboard;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.csrgrid.domain.dashboard.DashboardPiece;
import org.csrgrid.grid.analytics.JsonCodec;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.cache.CacheLayer;
import org.csrgrid.grid.cache.CacheLoadException;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.LayerOptions;
import org.csrgrid.grid.cache.Loaded;
import org.csrgrid.grid.cache.SoonExpired;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.cluster.MemberCalls;

/**
 * Pieces of dashboards, from the cache or else from a member. One per process. Reads throw {@link GridUnavailableException} if there is neither. Safe for
 * use by many threads.
 */
public final class CachedDashboards implements AutoCloseable {

    /** The layer of dashboards. */
    public static final String USERS = "users";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CacheLayer<WidgetData> pieces;
    private final MemberCalls calls;
    private final InstantSource clock;
    private final SoonExpired soon = new SoonExpired(PAUSE);

    /**
     * Opens the layer it needs.
     *
     * @param options of a layer by its name
     */
    public CachedDashboards(
            Caches caches, Function<String, LayerOptions> options, MemberCalls calls, InstantSource clock) {
        pieces = caches.layer(options.apply(USERS), new JsonCodec<>(WidgetData.class));
        this.calls = calls;
        this.clock = clock;
    }

    /** A piece; series without points, or no series, if that person never gave. */
    public WidgetData piece(DashboardPiece piece, long userId) {
        try {
            return pieces.get(key(piece, userId), _ -> Loaded.value(
                                    calls.any(new ReadDashboardPiece(piece, owner(piece, userId), now())))
                            .tagged(tags(piece, userId)))
                    .orElseThrow();
        } catch (CacheLoadException failure) {
            if (failure.getCause() instanceof RuntimeException fault && !(fault instanceof GridUnavailableException)) {
                throw fault;
            }
            throw new GridUnavailableException(key(piece, userId), failure);
        }
    }

    /** Whether the piece is computed and still good; nothing is computed. */
    public boolean isFresh(DashboardPiece piece, long userId) {
        return pieces.peek(key(piece, userId)).isPresent();
    }

    /**
     * Forgets what is that person's own. A repeat is harmless.
     *
     * @throws org.csrgrid.grid.cache.store.CacheStoreException if the grid does not answer
     */
    public void forget(long userId) {
        pieces.removeTag(tag(userId));
    }

    /** That person gave, or something about them is different: their pieces are computed anew in a second, and until then the old ones stand in. */
    public void changed(long userId) {
        soon.expire(pieces, tag(userId));
    }

    private static String key(DashboardPiece piece, long userId) {
        return piece.isPersonal() ? piece.jsonName() + ":" + userId : piece.jsonName();
    }

    private static long owner(DashboardPiece piece, long userId) {
        return piece.isPersonal() ? userId : 0;
    }

    private static String[] tags(DashboardPiece piece, long userId) {
        return piece.isPersonal() ? new String[] {tag(userId)} : new String[0];
    }

    private static String tag(long userId) {
        return "user:" + userId;
    }

    private java.time.Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Stops telling of changes. The layer is closed with its caches. */
    @Override
    public void close() {
        soon.close();
    }
}
