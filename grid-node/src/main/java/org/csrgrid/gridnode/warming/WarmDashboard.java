package org.csrgrid.gridnode.warming;

import org.csrgrid.domain.dashboard.DashboardPiece;
import org.csrgrid.grid.dashboard.CachedDashboards;
import org.csrgrid.grid.dashboard.DashboardJobs;
import org.csrgrid.grid.dashboard.DashboardJobs.DashboardWork;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;

/** Has those pieces of a person's dashboard computed that are not in the cache. */
public final class WarmDashboard implements JobHandler<DashboardWork> {

    private final CachedDashboards dashboards;

    public WarmDashboard(CachedDashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public JobType<DashboardWork> type() {
        return DashboardJobs.WARM_DASHBOARD;
    }

    @Override
    public void run(DashboardWork work, JobContext context) throws InterruptedException {
        DashboardPiece[] pieces = DashboardPiece.values();
        for (int done = 0; done < pieces.length; done++) {
            context.progress(done, pieces.length, pieces[done].jsonName());
            context.checkpoint();
            dashboards.piece(pieces[done], work.userId());
        }
        context.progress(pieces.length, pieces.length, "all there");
    }
}
