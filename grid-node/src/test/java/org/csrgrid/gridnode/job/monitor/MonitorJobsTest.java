package org.csrgrid.gridnode.job.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.HouseJobs;
import org.csrgrid.grid.job.HouseJobs.MonitorWork;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.gridnode.TestGrid;
import org.csrgrid.gridnode.job.RecordedContext;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.writebehind.DeadLetters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The monitor over two real members whose jobs really die. Their own monitor is kept from running by a pause. */
class MonitorJobsTest {

    private static final Instant START = Instant.parse("2026-11-05T10:00:30Z");

    private final TestGrid grid = TestGrid.start(2, Map.of("jobs.channels.notifications.paused", "true"));
    private final Database database = grid.openDatabase();
    private final Set<String> overdue = new HashSet<>();

    @AfterEach
    void stop() {
        database.close();
        grid.close();
    }

    @Test
    void a_condition_is_told_of_under_one_id_until_it_clears_and_under_another_when_it_comes_back() {
        assertThat(look(0)).isEmpty();
        for (int index = 0; index < 10; index++) {
            DonationKey unknown = DonationKey.parse(index + 11 + "-1").orElseThrow();
            grid.jobs().enqueue(PaymentJobs.settleDonation(unknown, Instant.now()));
        }
        await().until(() -> deaths() == 10);

        List<Job> first = look(1);
        assertThat(first).singleElement().satisfies(alert -> assertThat(
                        alert.request().payload())
                .contains("dead-jobs payments", "10 jobs died"));
        assertThat(ids(look(2))).isEqualTo(ids(first));
        overdue.add("monthly-closing");
        assertThat(look(3)).hasSize(2);
        overdue.clear();
        assertThat(look(18)).isEmpty();
        overdue.add("monthly-closing");
        assertThat(look(19)).hasSize(1);
    }

    private long deaths() {
        return new ChannelWatch(grid.grid(), letters(), _ -> Set.of())
                .look(START).tallies().stream()
                        .filter(tally -> tally.channel() == Channel.PAYMENTS)
                        .mapToLong(tally -> tally.dead())
                        .sum();
    }

    private List<Job> look(int minute) {
        Clock clock = Clock.fixed(START.plusSeconds(60L * minute), ZoneOffset.UTC);
        Settings settings = SettingsLoader.defaultsWith(Map.of());
        RecordedContext context = new RecordedContext(HouseJobs.MONITOR_JOBS.request(new MonitorWork()));
        MonitorJobs.of(grid.grid(), new ChannelWatch(grid.grid(), letters(), _ -> overdue), settings, clock)
                .run(new MonitorWork(), context);
        return context.followUps;
    }

    private DeadLetters letters() {
        return new DeadLetters(() -> database.pool().getConnection(), Clock.systemUTC());
    }

    private static List<String> ids(List<Job> jobs) {
        return jobs.stream().map(Job::id).toList();
    }
}
