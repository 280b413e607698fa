package org.csrgrid.grid.donation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.csrgrid.domain.campaign.PledgeDecision;
import org.csrgrid.domain.campaign.PledgeLimits;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.grid.ledger.AppendOutcome;
import org.csrgrid.grid.ledger.FindByGuard;
import org.csrgrid.grid.ledger.LedgerGrid;
import org.csrgrid.grid.money.RateGrid;

/**
 * A donation's first half, on the API node: from the request to the durable pledge.
 *
 * <ol>
 *   <li>The campaign decides in its own partition whether it takes the pledge. Nothing has happened if the process dies here.
 *   <li>The pledge is appended to the ledger; its guard is the donor's idempotency key. Once this returns the pledge is durable. If the process dies
 *       before, the donor's retry under the same key either makes the pledge or finds it.
 *   <li>A {@code process-donation} job is enqueued, which starts the payment. If the process dies before, the recovery sweep finds a pledge without
 *       a payment and enqueues the same job.
 * </ol>
 *
 * The donation itself is not written here: it is the fold of its ledger entries, made when somebody first touches it. The second half is
 * {@code org.csrgrid.gridnode.donation.Settlement}.
 */
public final class Pledging {

    private final CampaignGrid campaigns;
    private final LedgerGrid ledger;
    private final RateGrid rates;
    private final JobGrid jobs;
    private final GridIds ids;
    private final MemberCalls calls;
    private final PledgeLimits limits;

    public Pledging(
            CampaignGrid campaigns,
            LedgerGrid ledger,
            RateGrid rates,
            JobGrid jobs,
            GridIds ids,
            MemberCalls calls,
            PledgeLimits limits) {
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.rates = rates;
        this.jobs = jobs;
        this.ids = ids;
        this.calls = calls;
        this.limits = limits;
    }

    /**
     * Makes a pledge once per donor and idempotency key, however often and wherever it is asked for.
     *
     * @throws org.csrgrid.grid.cluster.GridUnavailableException if it is unknown whether the pledge was made; ask again under the same key
     */
    public PledgeOutcome pledge(PledgeRequest request) {
        PledgeDecision decision = campaigns.decide(request.campaignId(), request.amount(), limits, request.now());
        if (!(decision instanceof PledgeDecision.Allowed allowed)) {
            return earlier(request).orElseGet(() -> new PledgeOutcome.Refused(decision));
        }
        Currency from = request.amount().currency();
        Optional<ExchangeRate> rate = rates.rate(from, allowed.campaignCurrency());
        if (rate.isEmpty()) {
            return new PledgeOutcome.NoExchangeRate(from, allowed.campaignCurrency());
        }
        LedgerEntry pledge = entry(request, allowed.organizationId(), rate.get());
        return switch (ledger.append(pledge)) {
            case AppendOutcome.Appended _ -> {
                jobs.enqueueRecoverable(PaymentJobs.processDonation(DonationKey.of(pledge), request.now()));
                yield new PledgeOutcome.Pledged(Donation.pledged(pledge));
            }
            case AppendOutcome.Duplicate _ ->
                earlier(request).orElseThrow(() -> new IllegalStateException("a duplicate without its first"));
        };
    }

    private Optional<PledgeOutcome> earlier(PledgeRequest request) {
        String guard = LedgerEntry.idempotencyGuard(request.donorId(), request.idempotencyKey());
        return calls.any(new FindByGuard(guard)).asOptional().map(entry -> answer(entry, request));
    }

    private PledgeOutcome answer(LedgerEntry entry, PledgeRequest request) {
        if (entry.kind() != LedgerKind.PLEDGED || !request.fingerprint().equals(entry.fingerprint())) {
            return new PledgeOutcome.KeyReused();
        }
        return new PledgeOutcome.Replayed(Donation.pledged(entry));
    }

    private LedgerEntry entry(PledgeRequest request, long organizationId, ExchangeRate rate) {
        BigDecimal frozen = rate.rate();
        Instant now = request.now();
        return new LedgerEntry(
                ids.next(),
                LedgerKind.PLEDGED,
                ids.next(),
                request.campaignId(),
                organizationId,
                request.donorId(),
                0,
                request.amount(),
                rate.convert(request.amount()),
                frozen,
                LedgerEntry.idempotencyGuard(request.donorId(), request.idempotencyKey()),
                null,
                null,
                0,
                request.donorId(),
                request.fingerprint(),
                null,
                request.details(),
                null,
                now);
    }
}
