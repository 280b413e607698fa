package org.csrgrid.grid.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.grid.Samples.LATER;
import static org.csrgrid.grid.Samples.NOW;
import static org.csrgrid.grid.Samples.campaign;
import static org.csrgrid.grid.Samples.capture;
import static org.csrgrid.grid.Samples.euros;
import static org.csrgrid.grid.Samples.job;
import static org.csrgrid.grid.Samples.pledge;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.campaign.TotalsEntry;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.match.Allowance;
import org.csrgrid.grid.Samples;
import org.csrgrid.grid.campaign.ChangeCampaign;
import org.csrgrid.grid.campaign.CountEntries;
import org.csrgrid.grid.campaign.EditCampaign;
import org.csrgrid.grid.campaign.ForgetEntries;
import org.csrgrid.grid.donation.BeginSettlement;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.FinishSettlement;
import org.csrgrid.grid.job.AddJobs;
import org.csrgrid.grid.job.CancelJob;
import org.csrgrid.grid.job.ClaimJobs;
import org.csrgrid.grid.job.DeliveredJob;
import org.csrgrid.grid.job.EndJobs;
import org.csrgrid.grid.job.ForgetJob;
import org.csrgrid.grid.job.JobEnd;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.NoteJob;
import org.csrgrid.grid.job.OrphanJob;
import org.csrgrid.grid.job.RenewJobs;
import org.csrgrid.grid.job.RestoreJobs;
import org.csrgrid.grid.job.ReviveJob;
import org.csrgrid.grid.match.AllowanceKey;
import org.csrgrid.grid.match.CountMatch;
import org.csrgrid.grid.match.ForgetMatches;
import org.csrgrid.grid.match.HoldAllowance;
import org.csrgrid.grid.match.ReleaseAllowance;
import org.junit.jupiter.api.Test;

/** Every operation runs again on the backup; what it leaves there must be what it left with the owner. */
class BackupsTest {

    private static final List<String> JOB_IDS = List.of(
            "forgotten",
            "claimed",
            "failed",
            "handed-back",
            "finished",
            "delivered",
            "renewed",
            "noted",
            "orphaned",
            "cancelled",
            "revived");
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Map<String, Object> expected = new LinkedHashMap<>();
    private final Map<String, Object> held = new LinkedHashMap<>();

    @Test
    void after_the_owners_death_the_backup_holds_what_every_operation_wrote() {
        try (TestCluster cluster = TestCluster.of(2)) {
            HazelcastInstance owner = cluster.member(0);
            HazelcastInstance backup = cluster.member(1);
            long campaign = cluster.keyOwnedBy(owner);

            writeCampaign(backup, campaign);
            writeDonation(backup, campaign);
            writeJobs(backup, campaign);
            List<AllowanceKey> caps = writeAllowances(cluster, owner, backup);
            read(backup, campaign, caps, expected);
            cluster.kill(owner);
            cluster.awaitSafe();
            read(backup, campaign, caps, held);

            assertThat(held).isEqualTo(expected).doesNotContainValue(null);
            assertThat(backup.getMap(GridMaps.JOBS).keySet()).doesNotContain(new JobKey("forgotten", campaign));
        }
    }

    private static void writeCampaign(HazelcastInstance grid, long id) {
        IMap<Object, Object> campaigns = grid.getMap(GridMaps.CAMPAIGNS);
        campaigns.set(id, campaign(id, CampaignStatus.ACTIVE));
        run(campaigns, id, new ChangeCampaign(1, new CampaignAction.Pause(), LATER));
        run(campaigns, id, new EditCampaign(2, Samples.content(euros(777), LATER, true, 5), LATER));
        IMap<Object, Object> totals = grid.getMap(GridMaps.CAMPAIGN_TOTALS);
        totals.set(id, CampaignTotals.none(id, euros(0).currency()));
        run(
                totals,
                id,
                new CountEntries(List.of(
                        new TotalsEntry(1, LedgerKind.CAPTURED, 500), new TotalsEntry(2, LedgerKind.REFUNDED, 200))));
        run(totals, id, new ForgetEntries(Set.of(1L)));
    }

    private static void writeDonation(HazelcastInstance grid, long campaign) {
        IMap<Object, Object> donations = grid.getMap(GridMaps.DONATIONS);
        Donation donation = Donation.pledged(pledge(campaign, 1, 5_000));
        DonationKey key = DonationKey.of(donation);
        donations.set(key, donation);
        run(donations, key, new BeginSettlement(NOW, LATER));
        Donation leased = (Donation) donations.get(key);
        run(
                donations,
                key,
                new FinishSettlement(
                        leased.progress().leaseToken(),
                        leased.apply(capture(donation)).settled(NOW)));
    }

    private static void writeJobs(HazelcastInstance grid, long campaign) {
        IMap<Object, Object> jobs = grid.getMap(GridMaps.JOBS);
        for (String id : JOB_IDS) {
            run(jobs, new JobKey(id, campaign), new AddJobs(List.of(job(id, campaign))));
            run(jobs, new JobKey(id, campaign), new ClaimJobs("worker-1", NOW, LEASE, List.of(id), List.of(1L)));
        }
        end(jobs, campaign, JobEnd.failed("failed", 1, null, "timeout", 3, Duration.ofSeconds(30), false));
        end(jobs, campaign, JobEnd.postponed("handed-back", 1, null, Duration.ZERO));
        end(jobs, campaign, JobEnd.succeeded("finished", 1, null, List.of()));
        end(jobs, campaign, JobEnd.succeeded("delivered", 1, null, List.of(job("left", campaign))));
        run(jobs, new JobKey("delivered", campaign), new DeliveredJob(3, NOW));
        run(jobs, new JobKey("renewed", campaign), new RenewJobs(List.of("renewed"), List.of(1L), LATER));
        run(jobs, new JobKey("noted", campaign), new NoteJob(1, JobTrace.EMPTY.withCursor("row 7")));
        run(jobs, new JobKey("orphaned", campaign), new OrphanJob("worker-1", NOW));
        run(jobs, new JobKey("cancelled", campaign), new CancelJob(NOW));
        run(jobs, new JobKey("restored", campaign), new RestoreJobs(List.of(job("restored", campaign)), NOW));
        end(jobs, campaign, JobEnd.succeeded("forgotten", 1, null, List.of()));
        run(jobs, new JobKey("forgotten", campaign), new ForgetJob());
        end(jobs, campaign, JobEnd.succeeded("revived", 1, null, List.of()));
        run(jobs, new JobKey("revived", campaign), new ReviveJob(NOW));
    }

    private static void end(IMap<Object, Object> jobs, long campaign, JobEnd end) {
        run(jobs, new JobKey(end.id(), campaign), new EndJobs(List.of(end), NOW));
    }

    private static List<AllowanceKey> writeAllowances(
            TestCluster cluster, HazelcastInstance owner, HazelcastInstance backup) {
        IMap<Object, Object> allowances = backup.getMap(GridMaps.MATCH_ALLOWANCES);
        List<AllowanceKey> caps = LongStream.range(1, 1_000)
                .mapToObj(subject -> new AllowanceKey(AllowanceKey.Kind.EMPLOYEE, 9, subject))
                .filter(cap -> cluster.owns(owner, cap))
                .limit(3)
                .toList();
        caps.forEach(cap -> run(allowances, cap, new HoldAllowance(1, 700, 1_000)));
        caps.forEach(cap -> run(allowances, cap, new HoldAllowance(2, 700, 1_000)));
        run(allowances, caps.get(1), new ReleaseAllowance(1));
        run(allowances, caps.get(2), new CountMatch(1, 11, 700));
        run(allowances, caps.get(2), new CountMatch(2, 12, 300));
        run(allowances, caps.get(2), new ForgetMatches(Set.of(11L)));
        assertThat(allowances.get(caps.get(2))).isEqualTo(new Allowance(1_000, Map.of(), Set.of(12L)));
        return caps;
    }

    private static void read(
            HazelcastInstance grid, long campaign, List<AllowanceKey> caps, Map<String, Object> values) {
        values.put("campaign", grid.getMap(GridMaps.CAMPAIGNS).get(campaign));
        values.put("totals", grid.getMap(GridMaps.CAMPAIGN_TOTALS).get(campaign));
        values.put("donation", grid.getMap(GridMaps.DONATIONS).get(new DonationKey(campaign, 1)));
        for (String id : JOB_IDS.subList(1, JOB_IDS.size())) {
            values.put("job " + id, grid.getMap(GridMaps.JOBS).get(new JobKey(id, campaign)));
        }
        caps.forEach(cap -> values.put(
                "allowance " + cap, grid.getMap(GridMaps.MATCH_ALLOWANCES).get(cap)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void run(IMap<Object, Object> map, Object key, EntryProcessor operation) {
        map.executeOnKey(key, operation);
    }
}
