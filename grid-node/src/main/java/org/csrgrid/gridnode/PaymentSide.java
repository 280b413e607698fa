package org.csrgrid.gridnode;

import java.net.URI;
import java.util.List;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.ledger.LedgerGrid;
import org.csrgrid.grid.match.MatchGrid;
import org.csrgrid.grid.money.RateGrid;
import org.csrgrid.gridnode.donation.Counting;
import org.csrgrid.gridnode.donation.DonationLeases;
import org.csrgrid.gridnode.donation.DonationLists;
import org.csrgrid.gridnode.donation.Forgetting;
import org.csrgrid.gridnode.donation.PaymentHandlers;
import org.csrgrid.gridnode.donation.Settlement;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.match.MatchGranting;
import org.csrgrid.gridnode.notification.DonationNews;
import org.csrgrid.gridnode.payment.Gateways;
import org.csrgrid.gridnode.payment.InboxEvents;
import org.csrgrid.gridnode.payment.SandboxGatewayClient;
import org.csrgrid.gridnode.recovery.DonationReconciliation;
import org.csrgrid.gridnode.recovery.Recovery;

/** A member's dealings with money: gateways, settlement, and what is looked at again after a loss. */
final class PaymentSide {

    private final Member member;
    private final DonationGrid donations;
    private final Settlement settlement;
    private final Gateways gateways;
    private final InboxEvents inbox;

    PaymentSide(Member member) {
        this.member = member;
        donations = new DonationGrid(member.grid(), new MemberCalls(member.grid()));
        settlement = settlement(member);
        gateways = new Gateways(member.parts().opened(sandbox(member.settings())));
        inbox = member.parts()
                .opened(new InboxEvents(member.grid(), member.stores().paymentEventDao(), member.clock()));
    }

    private static Settlement settlement(Member member) {
        MatchGrid caps = new MatchGrid(member.grid());
        Counting counting = new Counting(member.grid(), caps);
        Forgetting forgetting = member.parts()
                .opened(new Forgetting(
                        counting,
                        member.stores().donationDao(),
                        member.settings().database().writeDelay()));
        return new Settlement(
                new DonationLeases(member.grid(), member.pauses()),
                new LedgerGrid(member.grid()),
                member.stores().ledgerDao(),
                member.stores().donationDao(),
                new MatchGranting(new CampaignGrid(member.grid()), caps, new RateGrid(member.grid())),
                counting,
                forgetting,
                new GridIds(member.grid()),
                member.caches()::donationSettled,
                member.clock());
    }

    private static SandboxGatewayClient sandbox(Settings settings) {
        URI api = settings.api()
                .publicUrl()
                .orElse(URI.create("http://127.0.0.1:" + settings.api().port()));
        return new SandboxGatewayClient(
                settings.payments(),
                settings.payments().requireSandboxUrl(),
                api.resolve("/api/v1/payments/webhooks/" + SandboxGatewayClient.NAME));
    }

    DonationGrid donations() {
        return donations;
    }

    void answerCalls(JobGrid jobs) {
        PaymentHandlers.answerCalls(
                member.calls(),
                donations,
                new DonationLists(member.grid(), member.stores().ledgerDao()),
                settlement,
                gateways,
                member.stores().ledgerDao(),
                jobs,
                member.clock());
    }

    List<JobHandler<?>> handlers(DonationNews news) {
        return new PaymentHandlers(donations, settlement, gateways, inbox, news).handlers();
    }

    /** Starts looking for what got lost; to be called once the workers run. */
    void startRecovery(JobGrid jobs) {
        member.parts()
                .opened(new DonationReconciliation(
                        member.grid(), member.stores().donationDao(), member.clock()));
        member.parts()
                .opened(new Recovery(
                        member.grid(),
                        new Recovery.Sources(
                                member.stores().ledgerDao(),
                                member.stores().paymentEventDao(),
                                member.stores().donationDao()),
                        gateways,
                        jobs,
                        member.settings().payments().reconcileAfter(),
                        member.settings().payments().reconcileInterval(),
                        member.clock()));
    }
}
