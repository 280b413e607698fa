package org.csrgrid.gridnode.warming;

import org.csrgrid.domain.dashboard.DashboardPiece;
import org.csrgrid.grid.dashboard.CachedDashboards;

/** Has the standings computed, which are on everybody's dashboard and take longest. */
public final class StandingsWarmer implements CacheWarmer {

    private static final long NOBODY = 0;

    private final CachedDashboards dashboards;

    public StandingsWarmer(CachedDashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public String name() {
        return "standings";
    }

    @Override
    public void warm(Progress progress) throws InterruptedException {
        progress.at(0, 1);
        dashboards.piece(DashboardPiece.STANDINGS, NOBODY);
        progress.at(1, 1);
    }
}
