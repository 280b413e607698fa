package org.csrgrid.apinode.job;

import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemException;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.directory.JobDirectory;

/** Who sees which job: one's own, and every one for those who may. All others look like ids that do not exist. */
final class JobSight {

    private final JobDirectory jobs;

    JobSight(JobDirectory jobs) {
        this.jobs = jobs;
    }

    static boolean seesAll(Viewer viewer) {
        return viewer.may(Permission.SEE_ANY_JOB);
    }

    static boolean sees(Viewer viewer, long ownerId) {
        return seesAll(viewer) || (viewer.isSignedIn() && ownerId == viewer.userId());
    }

    Optional<Job> find(JobKey key, Viewer viewer) {
        return jobs.find(key).filter(job -> sees(viewer, job.request().ownerId()));
    }

    /** @throws ProblemException (not found) if there is no such job for this viewer */
    Job visible(ServerRequest request, Viewer viewer) {
        return find(key(request), viewer).orElseThrow(JobSight::notFound);
    }

    /** @throws ProblemException (not found) if the path's id is none */
    static JobKey key(ServerRequest request) {
        return JobKey.parse(request.path().pathParameters().get("id")).orElseThrow(JobSight::notFound);
    }

    static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND).asException();
    }
}
