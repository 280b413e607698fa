package org.csrgrid.grid.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.csrgrid.grid.Samples.LATER;
import static org.csrgrid.grid.Samples.campaign;
import static org.csrgrid.grid.Samples.euros;

import com.hazelcast.config.MapStoreConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.MapStoreAdapter;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.campaign.PledgeDecision;
import org.csrgrid.domain.campaign.PledgeLimits;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.cluster.TestCluster;
import org.csrgrid.grid.job.EnqueueJobs;
import org.csrgrid.grid.job.EnqueuedJobs;
import org.csrgrid.grid.job.JobCipher;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.ledger.DuplicateEntryException;
import org.csrgrid.grid.ledger.FindByGuard;
import org.csrgrid.grid.ledger.FoundEntry;
import org.csrgrid.grid.ledger.LedgerGrid;
import org.csrgrid.grid.money.RateGrid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pledge from a client to a member whose ledger is kept in this process. */
class PledgingTest {

    private final Ledger stored = new Ledger();
    private final List<Job> enqueued = new CopyOnWriteArrayList<>();
    private TestCluster cluster;
    private Pledging pledging;

    @BeforeEach
    void start() {
        cluster = TestCluster.of(1, config -> {
            config.getMapConfig(GridMaps.LEDGER).setMapStoreConfig(new MapStoreConfig().setImplementation(stored));
            config.setManagedContext(this::answering);
        });
        HazelcastInstance client = cluster.client();
        var campaigns = new CampaignGrid(client);
        campaigns.create(campaign(7, CampaignStatus.ACTIVE));
        pledging = new Pledging(
                campaigns,
                new LedgerGrid(client),
                new RateGrid(client),
                new JobGrid(client, JobCipher.NONE),
                new GridIds(client),
                new MemberCalls(client),
                new PledgeLimits(100, 100_000));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void a_pledge_is_in_the_ledger_with_a_job_to_start_its_payment() {
        Donation donation = pledged(pledging.pledge(request("key-1", euros(500), "print-1")));

        assertThat(stored.byGuard).containsOnlyKeys("key:800:key-1");
        assertThat(donation.amount()).isEqualTo(euros(500));
        await().untilAsserted(() -> assertThat(enqueued)
                .extracting(Job::id)
                .containsExactly("process-donation:" + DonationKey.of(donation)));
    }

    @Test
    void a_repeat_under_the_same_key_answers_the_first_pledge_even_after_the_campaign_closed() {
        Donation first = pledged(pledging.pledge(request("key-1", euros(500), "print-1")));

        assertThat(pledging.pledge(request("key-1", euros(500), "print-1")))
                .isEqualTo(new PledgeOutcome.Replayed(first));
        close();
        assertThat(pledging.pledge(request("key-1", euros(500), "print-1")))
                .isEqualTo(new PledgeOutcome.Replayed(first));
        assertThat(stored.byGuard).hasSize(1);
    }

    @Test
    void a_key_used_for_something_else_is_refused() {
        pledging.pledge(request("key-1", euros(500), "print-1"));

        assertThat(pledging.pledge(request("key-1", euros(600), "print-2"))).isEqualTo(new PledgeOutcome.KeyReused());
    }

    @Test
    void a_campaign_that_takes_no_pledges_refuses_a_new_one() {
        close();

        assertThat(pledging.pledge(request("key-1", euros(500), "print-1")))
                .isEqualTo(new PledgeOutcome.Refused(new PledgeDecision.CampaignClosed(CampaignStatus.PAUSED)));
        assertThat(stored.byGuard).isEmpty();
    }

    @Test
    void a_foreign_currency_is_converted_at_the_rate_of_the_moment_or_refused_without_one() {
        Money dollars = Money.of(1_000, "USD");
        assertThat(pledging.pledge(request("key-1", dollars, "print-1")))
                .isEqualTo(new PledgeOutcome.NoExchangeRate(dollars.currency(), euros(0).currency()));

        cluster.member(0).getMap(GridMaps.EXCHANGE_RATES).set("USDEUR", rate("0.901"));
        Donation donation = pledged(pledging.pledge(request("key-1", dollars, "print-1")));
        cluster.member(0).getMap(GridMaps.EXCHANGE_RATES).set("USDEUR", rate("2.0"));

        assertThat(donation.campaignAmount()).isEqualTo(euros(901));
        assertThat(pledging.pledge(request("key-1", dollars, "print-1")))
                .isEqualTo(new PledgeOutcome.Replayed(donation));
    }

    private void close() {
        cluster.member(0).getMap(GridMaps.CAMPAIGNS).set(7L, campaign(7, CampaignStatus.PAUSED));
    }

    private static ExchangeRate rate(String rate) {
        return new ExchangeRate(Currency.getInstance("USD"), Currency.getInstance("EUR"), new BigDecimal(rate));
    }

    private static Donation pledged(PledgeOutcome outcome) {
        return ((PledgeOutcome.Pledged) outcome).donation();
    }

    private static PledgeRequest request(String key, Money amount, String fingerprint) {
        var details = new PledgeDetails(PaymentMethod.CARD, false, null);
        return new PledgeRequest(7, 800, amount, details, key, fingerprint, LATER);
    }

    private Object answering(Object object) {
        return switch (object) {
            case FindByGuard call -> (Callable<FoundEntry>) () -> new FoundEntry(stored.byGuard.get(call.guard()));
            case EnqueueJobs call ->
                (Callable<EnqueuedJobs>) () -> {
                    enqueued.addAll(call.jobs());
                    return new EnqueuedJobs(Collections.nCopies(call.jobs().size(), 0));
                };
            case null, default -> object;
        };
    }

    private static final class Ledger extends MapStoreAdapter<Long, LedgerEntry> {

        private final Map<String, LedgerEntry> byGuard = new ConcurrentHashMap<>();

        @Override
        public void store(Long id, LedgerEntry entry) {
            LedgerEntry first = byGuard.putIfAbsent(entry.guard(), entry);
            if (first != null && first.id() != entry.id()) {
                throw new DuplicateEntryException("guard: " + entry.guard());
            }
        }
    }
}
