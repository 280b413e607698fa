package org.csrgrid.gridnode;

import java.util.List;
import java.util.Set;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.job.EnqueueJobs;
import org.csrgrid.grid.job.InterruptJob;
import org.csrgrid.grid.job.JobCipher;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.PayloadCipher;
import org.csrgrid.grid.job.ReadChannels;
import org.csrgrid.grid.job.ReviveStoredJob;
import org.csrgrid.grid.job.batch.BatchGrid;
import org.csrgrid.grid.job.schedule.ListSchedules;
import org.csrgrid.gridnode.job.DirectoryAnswers;
import org.csrgrid.gridnode.job.JobDesk;
import org.csrgrid.gridnode.job.JobEnds;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.job.JobPartitions;
import org.csrgrid.gridnode.job.JobRestore;
import org.csrgrid.gridnode.job.JobWorkers;
import org.csrgrid.gridnode.job.batch.BatchReports;
import org.csrgrid.gridnode.job.batch.BatchSweep;
import org.csrgrid.gridnode.job.filter.BulkChanges;
import org.csrgrid.gridnode.job.filter.JobFinder;
import org.csrgrid.gridnode.job.monitor.ChannelTallying;
import org.csrgrid.gridnode.job.rate.RateGate;
import org.csrgrid.gridnode.job.schedule.CronJob;
import org.csrgrid.gridnode.job.schedule.Schedules;
import org.csrgrid.gridnode.notification.DeadJobNotice;

/** A member's share in the job engine: takes jobs in from the start, runs them once it is told how. */
final class JobSide {

    private final Member member;
    private final JobPartitions partitions;
    private final JobCipher cipher;
    private final JobDesk desk;
    private final JobGrid jobs;

    JobSide(Member member, Set<Channel> durable) {
        this.member = member;
        partitions = new JobPartitions(member.grid(), member.pauses());
        cipher = PayloadCipher.of(member.settings().payloadKey());
        desk = new JobDesk(partitions, member.stores().jobLog(), member.stores().jobDao(), durable, member.clock());
        jobs = JobGrid.ofMember(member.grid(), cipher, desk);
        member.calls().answer(EnqueueJobs.class, desk::receive);
        member.calls().answer(ReviveStoredJob.class, desk::revive);
        member.parts().opened(new JobRestore(member.grid(), member.stores().jobDao(), desk, member.clock()));
    }

    JobGrid jobs() {
        return jobs;
    }

    /** Starts what runs by the clock, answers questions about jobs, and starts the workers. */
    JobWorkers start(List<JobHandler<?>> handlers, List<CronJob> cronJobs) {
        startSchedules(cronJobs);
        new JobFinder(member.grid(), member.stores().jobSearch(), member.clock()).answer(member.calls());
        new BulkChanges(member.grid(), member.stores().jobSearch(), jobs).answer(member.calls());
        JobWorkers workers = workers(handlers);
        member.calls().answer(InterruptJob.class, workers::interrupt);
        member.calls().answer(ReadChannels.class, _ -> ChannelTallying.of(member.grid(), workers));
        new DirectoryAnswers(member.grid(), member.stores(), member.settings().jobs())
                .answer(member.calls(), workers::report);
        desk.tell(workers);
        return workers;
    }

    private void startSchedules(List<CronJob> cronJobs) {
        Schedules schedules =
                member.parts().opened(new Schedules(member.grid(), cronJobs, jobs::enqueue, member.clock()).start());
        member.calls().answer(ListSchedules.class, _ -> schedules.list());
    }

    private JobWorkers workers(List<JobHandler<?>> handlers) {
        JobEnds ends = batchReports().and(DeadJobNotice.through(jobs, member.clock()));
        RateGate rateGate = new RateGate(member.grid(), handlers, member.clock());
        return member.parts()
                .opened(new JobWorkers(
                        member.grid(),
                        member.settings().jobs(),
                        new JobWorkers.Tools(
                                partitions,
                                handlers,
                                jobs,
                                cipher,
                                rateGate,
                                ends,
                                member.live()::job,
                                member.clock())));
    }

    private BatchReports batchReports() {
        BatchGrid batches = new BatchGrid(member.grid(), jobs::enqueueAll);
        BatchReports reports = member.parts().opened(new BatchReports(batches, member.clock()));
        member.parts()
                .opened(new BatchSweep(
                                member.grid(),
                                member.stores().batchDao(),
                                batches,
                                key -> jobs.find(key).isPresent(),
                                member.clock())
                        .start());
        return reports;
    }
}
