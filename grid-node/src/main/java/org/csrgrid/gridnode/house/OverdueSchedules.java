package org.csrgrid.gridnode.house;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.csrgrid.gridnode.job.schedule.CronJob;

/** Names the schedules that should have fired and did not. */
final class OverdueSchedules implements Function<Instant, Set<String>> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<CronJob> cronJobs;
    private final Function<String, Optional<ScheduleState>> states;

    /** @param states what is remembered of a schedule */
    OverdueSchedules(List<CronJob> cronJobs, Function<String, Optional<ScheduleState>> states) {
        this.cronJobs = cronJobs;
        this.states = states;
    }

    @Override
    public Set<String> apply(Instant now) {
        return cronJobs.stream()
                .filter(cronJob -> isOverdue(cronJob, now))
                .map(CronJob::name)
                .collect(Collectors.toSet());
    }

    private boolean isOverdue(CronJob cronJob, Instant now) {
        return states.apply(cronJob.name())
                .filter(state -> !state.isPaused())
                .flatMap(state -> cronJob.nextAfter(state.accountedUntil()))
                .filter(due -> due.plus(PATIENCE).isBefore(now))
                .isPresent();
    }
}
