package org.csrgrid.gridnode.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.Uniqueness;
import org.csrgrid.domain.job.schedule.MissedRuns;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.job.schedule.ScheduleGrid;
import org.csrgrid.gridnode.testing.Members;
import org.csrgrid.gridnode.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Schedules on real members; what is enqueued is written down, the first of an id only, as the jobs' map does it. */
class SchedulesTest {

    private static final JobType<Work> WORK = JobType.of("work", Channel.MAINTENANCE, Work.class);
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final Members members = Members.of(1, _ -> {});
    private final List<Job> enqueued = new CopyOnWriteArrayList<>();
    private final List<Schedules> started = new ArrayList<>();

    private record Work() {}

    @AfterEach
    void stop() {
        started.forEach(Schedules::close);
        members.close();
    }

    @Test
    void of_two_members_only_the_oldest_fires() {
        members.add();
        Schedules oldest = schedules(0, MissedRuns.SKIP);
        Schedules other = schedules(1, MissedRuns.SKIP);
        oldest.look();

        clock.advance(Duration.ofMinutes(1));
        other.look();
        assertThat(enqueued).isEmpty();
        oldest.look();
        oldest.look();
        assertThat(ids()).containsExactly("cron:minutely:2026-03-01T10:01:00Z");
        assertThat(enqueued.getFirst().request().uniqueness()).isEqualTo(Uniqueness.ONCE);
        assertThat(enqueued.getFirst().runAt()).isEqualTo("2026-03-01T10:01:00Z");
    }

    @Test
    void what_was_before_the_first_look_is_not_missed() {
        schedules(0, MissedRuns.ALL).look();

        assertThat(enqueued).isEmpty();
    }

    @Test
    void a_member_that_dies_before_it_remembered_leaves_the_same_job_to_the_next() {
        members.add();
        Schedules oldest = schedules(0, MissedRuns.SKIP);
        oldest.look();
        clock.advance(Duration.ofMinutes(1));
        HazelcastInstance dying = members.get(0);
        HazelcastInstance heir = members.get(1);
        new Schedules(
                        dying,
                        List.of(minutely(MissedRuns.SKIP)),
                        job -> {
                            enqueue(heir, job);
                            members.kill(dying);
                        },
                        clock)
                .look();
        await().until(() -> heir.getCluster().getMembers().size() == 1);

        schedules(0, MissedRuns.SKIP).look();

        assertThat(ids()).containsExactly("cron:minutely:2026-03-01T10:01:00Z");
    }

    /** Both members look all the time, as in production; the oldest is killed in the middle. */
    @Test
    void every_tick_is_one_job_while_the_oldest_member_is_killed() {
        members.add();
        Schedules oldest = schedules(0, MissedRuns.ALL);
        oldest.look();
        HazelcastInstance dying = members.get(0);
        HazelcastInstance heir = members.get(1);
        oldest.start();
        schedules(1, MissedRuns.ALL).start();

        for (int tick = 1; tick <= 6; tick++) {
            clock.advance(Duration.ofMinutes(1));
            if (tick == 3) {
                members.kill(dying);
            }
            int expected = tick;
            await().atMost(Duration.ofSeconds(20)).until(() -> enqueued.size() >= expected);
        }

        assertThat(ids())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 6)
                        .mapToObj(minute -> "cron:minutely:2026-03-01T10:0%d:00Z".formatted(minute))
                        .toList());
        assertThat(heir.getMap("seen").size()).isEqualTo(6);
    }

    @Test
    void missed_runs_are_skipped_made_up_for_once_or_all_run() {
        for (MissedRuns missed : MissedRuns.values()) {
            CronJob hourly = CronJob.of("hourly-" + missed, "0 * * * *", ZoneOffset.UTC, missed, WORK, new Work());
            clock.set(START);
            Schedules schedules = schedules(0, hourly);
            schedules.look();
            clock.set(START.plus(Duration.ofMinutes(200)));
            schedules.look();
            schedules.look();
        }

        assertThat(ids())
                .containsExactly(
                        "cron:hourly-ONCE:2026-03-01T13:00:00Z",
                        "cron:hourly-ALL:2026-03-01T11:00:00Z",
                        "cron:hourly-ALL:2026-03-01T12:00:00Z",
                        "cron:hourly-ALL:2026-03-01T13:00:00Z");
    }

    @Test
    void one_that_is_late_by_seconds_is_not_missed() {
        Schedules schedules = schedules(0, MissedRuns.SKIP);
        schedules.look();
        clock.advance(Duration.ofSeconds(60 + 59));
        schedules.look();

        assertThat(ids()).containsExactly("cron:minutely:2026-03-01T10:01:00Z");
    }

    @Test
    void of_very_many_missed_runs_the_latest_hundred_are_run() {
        Schedules schedules = schedules(0, MissedRuns.ALL);
        schedules.look();
        clock.advance(Duration.ofDays(30));
        schedules.look();
        schedules.look();

        assertThat(enqueued).hasSize(100);
        assertThat(enqueued.getLast().runAt()).isEqualTo("2026-03-31T10:00:00Z");
    }

    @Test
    void a_pause_outlives_its_member_and_is_not_made_up_for() {
        members.add();
        schedules(0, MissedRuns.ALL).look();
        assertThat(grid(1).pause("minutely"))
                .hasValueSatisfying(state -> assertThat(state.isPaused()).isTrue());
        members.kill(members.get(0));
        await().until(() -> members.get(0).getCluster().getMembers().size() == 1);
        Schedules heir = schedules(0, MissedRuns.ALL);
        clock.advance(Duration.ofMinutes(5));
        heir.look();
        assertThat(enqueued).isEmpty();
        assertThat(heir.list().schedules().getFirst().next()).isNull();

        grid(0).resume("minutely", clock.instant());
        heir.look();
        assertThat(enqueued).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        heir.look();
        assertThat(ids()).containsExactly("cron:minutely:2026-03-01T10:06:00Z");
    }

    @Test
    void a_run_asked_for_twice_before_it_begins_is_one_also_while_paused() {
        Schedules schedules = schedules(0, MissedRuns.SKIP);
        schedules.look();
        grid(0).pause("minutely");
        grid(0).runNow("minutely", START.plusSeconds(1));
        grid(0).runNow("minutely", START.plusSeconds(2));
        schedules.look();
        schedules.look();
        assertThat(ids()).containsExactly("cron:minutely:asked:2026-03-01T10:00:01Z");

        grid(0).runNow("minutely", START.plusSeconds(3));
        schedules.look();
        assertThat(enqueued).hasSize(2);
    }

    @Test
    void nobody_steers_a_schedule_that_is_not_there() {
        assertThat(grid(0).pause("unknown")).isEmpty();
        assertThat(grid(0).runNow("unknown", START)).isEmpty();
        assertThat(grid(0).find("unknown")).isEmpty();
    }

    @Test
    void a_clock_that_was_a_year_ahead_does_not_silence_a_schedule_for_a_year() {
        Schedules schedules = schedules(0, MissedRuns.SKIP);
        schedules.look();
        clock.advance(Duration.ofDays(365));
        schedules.look();
        clock.set(START.plusSeconds(70));
        schedules.look();
        enqueued.clear();
        clock.advance(Duration.ofMinutes(1));
        schedules.look();

        assertThat(ids()).containsExactly("cron:minutely:2026-03-01T10:02:00Z");
    }

    @Test
    void a_schedule_that_cannot_fire_holds_up_nobody() {
        CronJob poison = CronJob.of("a-poison", "* * * * *", ZoneOffset.UTC, MissedRuns.SKIP, WORK, new Work());
        Schedules schedules = new Schedules(
                members.get(0),
                List.of(poison, minutely(MissedRuns.SKIP)),
                job -> {
                    if (job.id().contains("poison")) {
                        throw new IllegalStateException("the channel is full");
                    }
                    enqueue(members.get(0), job);
                },
                clock);
        schedules.look();
        clock.advance(Duration.ofMinutes(1));
        schedules.look();

        assertThat(ids()).containsExactly("cron:minutely:2026-03-01T10:01:00Z");
    }

    @Test
    void people_see_when_each_fires_next() {
        Schedules schedules = schedules(0, MissedRuns.SKIP);
        schedules.look();

        assertThat(schedules.list().schedules()).singleElement().satisfies(view -> {
            assertThat(view.jobName()).isEqualTo("work");
            assertThat(view.next()).isEqualTo("2026-03-01T10:01:00Z");
            assertThat(view.state()).isNotNull();
        });
    }

    @Test
    void a_name_is_used_once() {
        CronJob minutely = minutely(MissedRuns.SKIP);

        assertThatThrownBy(() -> new Schedules(members.get(0), List.of(minutely, minutely), _ -> {}, clock))
                .isInstanceOf(InvalidScheduleException.class)
                .hasMessageContaining("minutely");
    }

    private List<String> ids() {
        return enqueued.stream().map(Job::id).toList();
    }

    private ScheduleGrid grid(int member) {
        return new ScheduleGrid(members.get(member), new MemberCalls(members.get(member)));
    }

    private Schedules schedules(int member, MissedRuns missed) {
        return schedules(member, minutely(missed));
    }

    private Schedules schedules(int member, CronJob cronJob) {
        HazelcastInstance grid = members.get(member);
        Schedules schedules = new Schedules(grid, List.of(cronJob), job -> enqueue(grid, job), clock);
        started.add(schedules);
        return schedules;
    }

    private static CronJob minutely(MissedRuns missed) {
        return CronJob.of("minutely", "* * * * *", ZoneOffset.UTC, missed, WORK, new Work());
    }

    private void enqueue(HazelcastInstance grid, Job job) {
        IMap<String, Boolean> seen = grid.getMap("seen");
        if (seen.putIfAbsent(job.id(), true) == null) {
            enqueued.add(job);
        }
    }
}
