package org.csrgrid.grid.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.grid.Samples.NOW;
import static org.csrgrid.grid.Samples.job;
import static org.csrgrid.grid.Samples.pledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.cluster.TestCluster;
import org.csrgrid.grid.donation.DonationKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From clients to members that write down what arrives. */
class JobGridTest {

    private final Queue<List<Job>> calls = new ConcurrentLinkedQueue<>();
    private final Map<String, Enqueued> answers = new ConcurrentHashMap<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private TestCluster cluster;
    private JobGrid jobs;

    @BeforeEach
    void start() {
        cluster = TestCluster.of(2, config -> config.setManagedContext(this::answering));
        jobs = new JobGrid(cluster.client(), JobCipher.NONE);
    }

    private Object answering(Object arrived) {
        return arrived instanceof EnqueueJobs call ? (Callable<EnqueuedJobs>) () -> receive(call) : arrived;
    }

    private EnqueuedJobs receive(EnqueueJobs call) throws InterruptedException {
        open.await();
        if (call.jobs().getFirst().id().equals("no-database")) {
            throw new DatabaseUnavailableException("away");
        }
        calls.add(call.jobs());
        return new EnqueuedJobs(call.jobs().stream()
                .map(job -> answers.getOrDefault(job.id(), Enqueued.ADDED).ordinal())
                .toList());
    }

    @AfterEach
    void stop() {
        open.countDown();
        cluster.close();
    }

    @Test
    void what_is_enqueued_while_calls_are_under_way_travels_together() {
        List<Job> many = IntStream.range(0, 500)
                .mapToObj(number -> job("job-" + number, number))
                .toList();
        many.forEach(jobs::submit);
        open.countDown();

        assertThat(jobs.enqueueAll(many)).hasSize(500).containsOnly(Enqueued.ADDED);

        assertThat(calls).hasSizeLessThan(30);
        assertThat(calls.stream().flatMap(List::stream).map(Job::id))
                .containsAll(many.stream().map(Job::id).toList());
    }

    @Test
    void a_call_goes_to_the_member_that_owns_the_jobs() {
        open.countDown();
        long first = cluster.keyOwnedBy(cluster.member(0));
        long second = cluster.keyOwnedBy(cluster.member(1));
        jobs.enqueueAll(List.of(job("a", first), job("b", second), job("c", first), job("d", second)));

        assertThat(calls).allSatisfy(call -> assertThat(call.stream()
                        .map(job -> cluster.owns(cluster.member(0), job.affinity()))
                        .distinct())
                .hasSize(1));
    }

    @Test
    void each_caller_learns_what_became_of_its_job() {
        open.countDown();
        answers.put("joined", Enqueued.JOINED);
        answers.put("unfit", Enqueued.UNFIT);

        assertThat(jobs.enqueueAll(List.of(job("new", 1), job("joined", 1))))
                .containsExactly(Enqueued.ADDED, Enqueued.JOINED);
        assertThatThrownBy(() -> jobs.enqueue(job("unfit", 1))).isInstanceOf(UnfitJobException.class);
        assertThatThrownBy(() -> jobs.enqueue(job("no-database", 1)))
                .isInstanceOf(GridUnavailableException.class)
                .hasMessage("the database does not answer");
        jobs.enqueueRecoverable(job("no-database", 1));
    }

    @Test
    void after_a_members_death_its_jobs_go_to_the_one_that_took_over() {
        open.countDown();
        long affinity = cluster.keyOwnedBy(cluster.member(1));
        cluster.kill(cluster.member(1));

        assertThat(jobs.enqueue(job("late", affinity))).isEqualTo(Enqueued.ADDED);
    }

    @Test
    void jobs_about_nothing_in_particular_have_ids_of_their_own_and_share_a_lane_until_it_departs() {
        open.countDown();
        JobRequest request = JobRequest.of("warm", Channel.CACHE_WARMING, "{}");
        Job one = jobs.fresh(request, NOW);
        Job two = jobs.fresh(request, NOW);

        assertThat(one.id()).isNotEqualTo(two.id());
        assertThat(one.affinity()).isEqualTo(two.affinity());
        jobs.enqueue(one);
        assertThat(jobs.lane()).isNotEqualTo(one.affinity());
    }

    @Test
    void a_sensitive_payload_is_sealed_with_all_its_steps_and_opened_under_the_same_key_only() {
        JobRequest secret = JobRequest.of("mail", Channel.NOTIFICATIONS, "{}")
                .with()
                .payload("{\"to\":\"ada\"}", 1, true)
                .build();
        Job open = Job.ready("a", 1, secret.with().then(List.of(secret)).build(), NOW, NOW);
        JobCipher cipher = PayloadCipher.of(Optional.of("a key that is long enough for the tests"));

        JobRequest sealed = cipher.sealed(open).request();

        assertThat(sealed.payload()).startsWith("sealed:").doesNotContain("ada");
        assertThat(sealed.next().getFirst().payload()).startsWith("sealed:");
        assertThat(cipher.sealed(open.withRequest(sealed)).request()).isEqualTo(sealed);
        assertThat(cipher.opened(sealed)).isEqualTo("{\"to\":\"ada\"}");
        JobRequest elsewhere = JobRequest.of("other", Channel.NOTIFICATIONS, sealed.payload());
        assertThatThrownBy(() -> cipher.opened(elsewhere)).isInstanceOf(UnreadablePayloadException.class);
        assertThatThrownBy(() -> PayloadCipher.of(Optional.of("another")).opened(sealed))
                .isInstanceOf(UnreadablePayloadException.class)
                .hasMessageNotContaining("ada");
        assertThatThrownBy(() -> JobCipher.NONE.sealed(open)).hasMessageContaining("jobs.payload-key");
        assertThatThrownBy(() -> JobCipher.NONE.opened(sealed)).isInstanceOf(UnreadablePayloadException.class);
    }

    @Test
    void the_same_cause_is_the_same_job() {
        DonationKey donation = DonationKey.of(pledge(7, 1, 100));

        assertThat(PaymentJobs.processDonation(donation, NOW).id()).isEqualTo("process-donation:7-1");
        assertThat(PaymentJobs.processRefund(donation, 55, NOW).id()).isEqualTo("process-refund:7-1 55");
        assertThat(PaymentJobs.settleDonation(donation, NOW).affinity()).isEqualTo(7);
    }
}
