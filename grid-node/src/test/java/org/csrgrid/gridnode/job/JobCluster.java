package org.csrgrid.gridnode.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.RetryPolicy;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.csrgrid.mapstore.database.Migrations;
import org.csrgrid.mapstore.testing.TestServer;

/** Members that do nothing but jobs, on one fresh schema. Members may come and go; what the database knows stays. */
final class JobCluster implements AutoCloseable {

    private final DatabaseOptions options = TestServer.mariaDb().emptySchema();
    private final Database database = Database.open(options);
    private final Map<String, String> settings = new HashMap<>();
    private final List<JobHandler<?>> handlers = new ArrayList<>();
    private final List<JobMember> members = new ArrayList<>();
    private StartGate gate = StartGate.OPEN;
    private JobEnds ends = JobEnds.NOBODY;
    private Clock clock = Clock.systemUTC();

    /** A text is all these jobs are about. */
    record Work(String text) {}

    /** What a test's jobs do. */
    interface Action {
        void run(String text, JobContext context) throws Exception;
    }

    JobCluster() {
        Migrations.migrate(database);
        settings.putAll(Map.of(
                "grid.cluster-name", "jobs-" + UUID.randomUUID(),
                "grid.port", "0",
                "jobs.lease", "3s",
                "jobs.sweep-interval", "200ms",
                "jobs.interrupt-grace", "200ms"));
    }

    JobCluster with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    JobCluster gate(StartGate newGate) {
        gate = newGate;
        return this;
    }

    JobCluster ends(JobEnds newEnds) {
        ends = newEnds;
        return this;
    }

    JobCluster clock(Clock newClock) {
        clock = newClock;
        return this;
    }

    JobCluster handler(JobType<Work> type, Action action) {
        return handler(type, action, null);
    }

    JobCluster handler(JobType<Work> type, Action action, RetryPolicy retries) {
        handlers.add(new JobHandler<Work>() {
            @Override
            public JobType<Work> type() {
                return type;
            }

            @Override
            public java.util.Optional<RetryPolicy> retries() {
                return java.util.Optional.ofNullable(retries);
            }

            @Override
            public void run(Work work, JobContext context) throws Exception {
                action.run(work.text(), context);
            }
        });
        return this;
    }

    static JobType<Work> type(String name, Channel channel) {
        return JobType.of(name, channel, Work.class);
    }

    JobMember start() {
        Map<String, String> own = new HashMap<>(settings);
        if (!members.isEmpty()) {
            own.put("grid.join", "127.0.0.1:" + members.getFirst().port());
        }
        JobMember member =
                new JobMember(SettingsLoader.defaultsWith(own), database, List.copyOf(handlers), gate, ends, clock);
        members.add(member);
        return member;
    }

    void kill(JobMember member) {
        members.remove(member);
        member.kill();
    }

    void leave(JobMember member) {
        members.remove(member);
        member.leave();
    }

    Database database() {
        return database;
    }

    /** The job as its row says. */
    Job row(Job job) {
        return members.getFirst().stores().jobDao().byIds(List.of(job.id())).stream()
                .findFirst()
                .orElse(null);
    }

    JobState state(Job job) {
        Job now = members.getFirst().find(job);
        return now == null ? null : now.state();
    }

    @Override
    public void close() {
        List.copyOf(members).forEach(JobMember::close);
        database.close();
    }
}
