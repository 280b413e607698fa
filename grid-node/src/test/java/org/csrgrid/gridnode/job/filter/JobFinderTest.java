package org.csrgrid.gridnode.job.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.map.IMap;
import com.hazelcast.map.MapStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.filter.JobFilterSyntaxException;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.InterruptJob;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.PayloadCipher;
import org.csrgrid.grid.job.ReviveStoredJob;
import org.csrgrid.grid.job.filter.BulkJobs;
import org.csrgrid.grid.job.filter.InvalidCursorException;
import org.csrgrid.grid.job.filter.JobLookup;
import org.csrgrid.grid.job.filter.JobPage;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.gridnode.cluster.PauseWatch;
import org.csrgrid.gridnode.job.JobDesk;
import org.csrgrid.gridnode.job.JobPartitions;
import org.csrgrid.gridnode.testing.Members;
import org.csrgrid.gridnode.testing.SettableClock;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real member beside a real database, asked as a client would. */
class JobFinderTest {

    private final SettableClock clock = new SettableClock();
    private final Instant now = clock.instant();
    private final Database database = TestServer.mariaDb().emptiedDatabase();
    private final MapStores stores = MapStores.open(database, MapStoreOptions.DEFAULTS, InstantSource.system());
    private final MemberCallContext answers = new MemberCallContext();
    private final Members members = Members.of(1, config -> config.setManagedContext(answers));
    private final PauseWatch pauses = PauseWatch.start(members.get(0));
    private final IMap<JobKey, Job> live = members.get(0).getMap(GridMaps.JOBS);
    private final MemberCalls calls = new MemberCalls(members.get(0));
    private final JobLookup lookup = new JobLookup(calls);
    private final BulkJobs bulk = new BulkJobs(calls);

    @BeforeEach
    void answer() {
        new JobFinder(members.get(0), stores.jobSearch(), clock).answer(answers);
        var desk = new JobDesk(
                new JobPartitions(members.get(0), pauses),
                stores.jobLog(),
                stores.jobDao(),
                Set.of(Channel.PAYMENTS),
                clock);
        var jobs = JobGrid.ofMember(members.get(0), PayloadCipher.of(Optional.empty()), desk);
        new BulkChanges(members.get(0), stores.jobSearch(), jobs).answer(answers);
        answers.answer(ReviveStoredJob.class, desk::revive);
        answers.answer(InterruptJob.class, _ -> false);
        answers.complete();
    }

    @AfterEach
    void close() {
        pauses.close();
        members.close();
        stores.close();
    }

    @Test
    void a_page_shows_jobs_as_they_are_now_and_only_what_was_asked_for() {
        Job waiting = job("waiting", 1);
        Job dead = dead("dead", 1);
        Job revived = dead("revived", 1);
        store(waiting, dead, revived);
        Job running = waiting.claim("worker", now, Duration.ofSeconds(30)).orElseThrow();
        put(running, revived.revive(now));

        assertThat(lookup.find("", null, 10, 0).jobs()).contains(running, dead, revived.revive(now));
        assertThat(lookup.find("state:dead", null, 10, 0).jobs()).containsExactly(dead);
        assertThat(lookup.find("state:ready", null, 10, 0).jobs()).isEmpty();
    }

    @Test
    void a_user_finds_his_own_jobs_only() {
        store(dead("his", 1), dead("hers", 2));

        assertThat(lookup.find("", null, 10, 2).jobs()).extracting(Job::id).containsExactly("hers");
        assertThat(lookup.find("owner:1", null, 10, 2).jobs()).isEmpty();
    }

    @Test
    void pages_follow_each_other_and_mistakes_reach_the_caller() {
        store(IntStream.range(0, 7).mapToObj(i -> dead("dead-" + i, 1)).toArray(Job[]::new));

        JobPage first = lookup.find("state:dead", null, 5, 0);
        assertThat(first.jobs()).hasSize(5);
        assertThat(lookup.find("state:dead", first.next(), 5, 0))
                .satisfies(second -> assertThat(second.jobs()).hasSize(2).doesNotContainAnyElementsOf(first.jobs()))
                .satisfies(second -> assertThat(second.next()).isNull());
        assertThat(lookup.counts().of(Channel.BULK, JobState.DEAD)).isEqualTo(7);
        assertThatThrownBy(() -> lookup.find("state:deadd", null, 5, 0))
                .isInstanceOfSatisfying(JobFilterSyntaxException.class, mistake -> assertThat(mistake.position())
                        .isEqualTo(6));
        assertThatThrownBy(() -> lookup.find("", "nonsense", 5, 0)).isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void all_dead_jobs_of_a_filter_get_a_second_life_in_parts() {
        store(IntStream.range(0, 1_203).mapToObj(i -> dead("dead-" + i, 1)).toArray(Job[]::new));
        store(dead("other", 2), job("waiting", 1));

        assertThat(bulk.retry("owner:1", now)).isEqualTo(1_203);
        assertThat(live.values()).hasSize(1_203).allMatch(job -> job.state() == JobState.READY);
    }

    @Test
    void what_waits_is_cancelled_and_what_runs_is_asked_to_stop() {
        Job waiting = job("waiting", 1);
        Job running =
                job("running", 1).claim("worker", now, Duration.ofSeconds(30)).orElseThrow();
        Job gone = job("gone", 1);
        store(waiting, running, gone, dead("dead", 1));
        put(waiting, running);

        assertThat(bulk.cancel("", now)).isEqualTo(2);
        assertThat(live.get(JobKey.of(waiting)).state()).isEqualTo(JobState.CANCELLED);
        assertThat(live.get(JobKey.of(running)).isCancelRequested()).isTrue();
    }

    @Test
    void what_is_over_is_forgotten_and_what_was_revived_meanwhile_is_not() {
        Job revived = dead("revived", 1);
        store(dead("old", 1), revived, job("waiting", 1));
        put(revived.revive(now));

        assertThat(bulk.forget("", now)).isEqualTo(1);
        assertThat(lookup.find("", null, 10, 0).jobs())
                .extracting(Job::id)
                .containsExactlyInAnyOrder("revived", "waiting");
    }

    @Test
    void only_what_has_been_over_for_long_enough_is_pruned() {
        store(dead("old", 1));
        clock.advance(Duration.ofDays(8));
        Instant later = clock.instant();
        store(job("young", 1)
                .claim("worker", later, Duration.ofSeconds(30))
                .orElseThrow()
                .succeed(List.of(), later));

        assertThat(bulk.prune("channel:bulk", Duration.ofDays(7), later)).isEqualTo(1);
        assertThat(lookup.find("", null, 10, 0).jobs()).extracting(Job::id).containsExactly("young");
    }

    @Test
    void a_filter_that_cannot_be_read_changes_nothing() {
        store(dead("dead", 1));

        assertThatThrownBy(() -> bulk.forget("state:", now)).isInstanceOf(JobFilterSyntaxException.class);
        assertThat(lookup.find("", null, 10, 0).jobs()).hasSize(1);
    }

    private Job job(String id, long owner) {
        JobRequest request =
                JobRequest.of("work", Channel.BULK, "{}").with().owner(owner).build();
        return Job.ready(id, 1, request, now, now).restored(now);
    }

    private Job dead(String id, long owner) {
        return job(id, owner)
                .claim("worker", now, Duration.ofSeconds(30))
                .orElseThrow()
                .fail("no luck", 1, Duration.ZERO, true, now)
                .delivered(now);
    }

    @SuppressWarnings("unchecked")
    private void store(Job... jobs) {
        ((MapStore<JobKey, Job>) stores.store(GridMaps.JOBS))
                .storeAll(List.of(jobs).stream().collect(Collectors.toMap(JobKey::of, job -> job)));
    }

    private void put(Job... jobs) {
        List.of(jobs).forEach(job -> live.set(JobKey.of(job), job));
    }
}
