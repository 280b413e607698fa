package org.csrgrid.grid.dashboard;

import java.time.Instant;
import org.csrgrid.domain.dashboard.DashboardPiece;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.cluster.MemberCall;

/**
 * Computes a piece of a dashboard from the database.
 *
 * @param donorId whose; not looked at for a piece that is nobody's own
 */
public record ReadDashboardPiece(DashboardPiece piece, long donorId, Instant now) implements MemberCall<WidgetData> {}
