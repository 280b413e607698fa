package org.csrgrid.gridnode.donation;

import java.time.Clock;
import java.util.List;
import org.csrgrid.grid.donation.CancelDonation;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.donation.ListDonations;
import org.csrgrid.grid.donation.RequestRefund;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.ledger.FindByGuard;
import org.csrgrid.grid.ledger.FoundEntry;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.notification.DonationNews;
import org.csrgrid.gridnode.payment.Gateways;
import org.csrgrid.gridnode.payment.InboxEvents;
import org.csrgrid.mapstore.ledger.LedgerDao;

/** The payments channel's handlers and the answers to API nodes' calls about donations, wired together. */
public final class PaymentHandlers {

    private final List<JobHandler<?>> handlers;

    public PaymentHandlers(
            DonationGrid donations, Settlement settlement, Gateways gateways, InboxEvents inbox, DonationNews news) {
        PaymentSteps steps = new PaymentSteps(donations, settlement, gateways);
        handlers = List.of(
                new ProcessDonation(steps, news),
                new ProcessPaymentEvent(steps, news, gateways, inbox),
                new ProcessRefund(steps, news),
                new SettleDonation(steps, news));
    }

    public List<JobHandler<?>> handlers() {
        return handlers;
    }

    /** Registers the answers to calls about donations and their ledger. */
    public static void answerCalls(
            MemberCallContext calls,
            DonationGrid donations,
            DonationLists lists,
            Settlement settlement,
            Gateways gateways,
            LedgerDao ledger,
            JobGrid jobs,
            Clock clock) {
        Refunds refunds = new Refunds(donations, settlement, ledger, jobs, clock);
        Cancellations cancellations = new Cancellations(
                donations, settlement, new PaymentSteps(donations, settlement, gateways), jobs, clock);
        calls.answer(RequestRefund.class, refunds::request);
        calls.answer(CancelDonation.class, cancellations::cancel);
        calls.answer(ListDonations.class, lists::list);
        calls.answer(
                FindByGuard.class,
                question -> new FoundEntry(ledger.byGuard(question.guard()).orElse(null)));
    }
}
