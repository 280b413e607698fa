package org.csrgrid.grid.donation;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.domain.donation.Dispute;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.MatchPosition;
import org.csrgrid.domain.donation.PaymentReference;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.donation.Progress;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.domain.donation.SettlementLease;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.domain.match.Allowance;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.ledger.FindByGuard;
import org.csrgrid.grid.ledger.FoundEntry;
import org.csrgrid.grid.match.AllowanceKey;
import org.csrgrid.grid.match.CountMatch;
import org.csrgrid.grid.match.ForgetMatches;
import org.csrgrid.grid.match.HoldAllowance;
import org.csrgrid.grid.match.ProgrammeKey;
import org.csrgrid.grid.match.ReleaseAllowance;
import org.csrgrid.grid.payment.EventKey;
import org.csrgrid.grid.wire.WireTypes;

/** What travels about donations, the ledger, matching and payments. */
public final class DonationWireTypes {

    private DonationWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(
                Donation.class,
                PledgeDetails.class,
                PaymentReference.class,
                Refund.class,
                Dispute.class,
                MatchPosition.class,
                Progress.class,
                SettlementLease.class,
                LedgerEntry.class,
                MatchDetails.class,
                MatchProgramme.class,
                Allowance.class,
                PaymentEvent.class,
                DonationKey.class,
                BeginSettlement.class,
                LeaseOutcome.Granted.class,
                LeaseOutcome.Busy.class,
                LeaseOutcome.DonationNotFound.class,
                FinishSettlement.class,
                ReconcileDonation.class,
                CancelDonation.class,
                CancelOutcome.Cancelled.class,
                CancelOutcome.NotCancellable.class,
                CancelOutcome.Busy.class,
                CancelOutcome.DonationNotFound.class,
                RequestRefund.class,
                RefundOutcome.Requested.class,
                RefundOutcome.Replayed.class,
                RefundOutcome.KeyReused.class,
                RefundOutcome.NotRefundable.class,
                RefundOutcome.ExceedsRefundable.class,
                RefundOutcome.Busy.class,
                RefundOutcome.DonationNotFound.class,
                ListDonations.class,
                DonationPage.class,
                FindByGuard.class,
                FoundEntry.class,
                AllowanceKey.class,
                ProgrammeKey.class,
                HoldAllowance.class,
                ReleaseAllowance.class,
                CountMatch.class,
                ForgetMatches.class,
                EventKey.class));
    }
}
