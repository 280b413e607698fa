package org.csrgrid.apinode.donation;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.csrgrid.apinode.http.FieldError;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.IdempotencyKey;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.domain.campaign.PledgeDecision;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.donation.CancelOutcome;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.PledgeOutcome;
import org.csrgrid.grid.donation.RefundOutcome;

/** Turns what became of a request into its status and body. */
final class DonationAnswers {

    private static final int BUSY_SECONDS = 1;
    private static final String CAMPAIGN = "/campaignId";

    private DonationAnswers() {}

    static void pledged(ServerRequest request, ServerResponse response, PledgeOutcome outcome, Money amount) {
        switch (outcome) {
            case PledgeOutcome.Pledged pledged -> created(response, pledged.donation());
            case PledgeOutcome.Replayed replayed -> {
                response.header(Headers.REPLAYED);
                created(response, replayed.donation());
            }
            case PledgeOutcome.KeyReused _ -> IdempotencyKey.reused().send(request, response);
            case PledgeOutcome.Refused refused ->
                refusal(refused.decision(), amount).send(request, response);
            case PledgeOutcome.NoExchangeRate missing ->
                Problem.of(
                                ProblemType.NO_EXCHANGE_RATE,
                                FieldError.body(
                                        "/amount/currency",
                                        "no rate from %s to %s"
                                                .formatted(
                                                        missing.from().getCurrencyCode(),
                                                        missing.to().getCurrencyCode())))
                        .send(request, response);
        }
    }

    private static void created(ServerResponse response, Donation donation) {
        response.status(Status.CREATED_201);
        response.header(HeaderValues.create(HeaderNames.LOCATION, "/api/v1/donations/" + DonationKey.of(donation)));
        Json.send(response, json -> DonationJson.write(json, donation));
    }

    private static Problem refusal(PledgeDecision decision, Money amount) {
        return switch (decision) {
            case PledgeDecision.CampaignNotFound _ ->
                Problem.at(ProblemType.NOT_FOUND, CAMPAIGN, "There is no such campaign.");
            case PledgeDecision.CampaignClosed closed ->
                Problem.at(
                        ProblemType.CAMPAIGN_CLOSED,
                        CAMPAIGN,
                        "The campaign is %s.".formatted(closed.status().jsonName()));
            case PledgeDecision.NotStarted early ->
                Problem.at(
                        ProblemType.CAMPAIGN_CLOSED,
                        CAMPAIGN,
                        "The campaign starts at %s.".formatted(early.startsAt()));
            case PledgeDecision.Ended late ->
                Problem.at(ProblemType.CAMPAIGN_CLOSED, CAMPAIGN, "The campaign ended at %s.".formatted(late.endsAt()));
            case PledgeDecision.OutsideLimits outside ->
                Problem.of(
                        ProblemType.OUTSIDE_LIMITS,
                        FieldError.body(
                                "/amount/amount",
                                "expected: %s .. %s"
                                        .formatted(
                                                amount.withMinorUnits(
                                                        outside.limits().minimumMinorUnits()),
                                                amount.withMinorUnits(
                                                        outside.limits().maximumMinorUnits()))));
            case PledgeDecision.Allowed _ -> throw new IllegalStateException("an allowed pledge was refused");
        };
    }

    static void cancelled(ServerRequest request, ServerResponse response, CancelOutcome outcome) {
        switch (outcome) {
            case CancelOutcome.Cancelled cancelled ->
                Json.send(response, json -> DonationJson.write(json, cancelled.donation()));
            case CancelOutcome.NotCancellable refused ->
                Problem.of(ProblemType.NOT_CANCELLABLE, is(refused.status())).send(request, response);
            case CancelOutcome.Busy _ -> busy().send(request, response);
            case CancelOutcome.DonationNotFound _ ->
                Problem.of(ProblemType.NOT_FOUND).send(request, response);
        }
    }

    static void refunded(ServerRequest request, ServerResponse response, RefundOutcome outcome) {
        switch (outcome) {
            case RefundOutcome.Requested requested ->
                accepted(response, requested.donation(), requested.requestEntryId());
            case RefundOutcome.Replayed replayed -> {
                response.header(Headers.REPLAYED);
                accepted(response, replayed.donation(), replayed.requestEntryId());
            }
            case RefundOutcome.KeyReused _ -> IdempotencyKey.reused().send(request, response);
            case RefundOutcome.NotRefundable refused ->
                Problem.of(ProblemType.NOT_REFUNDABLE, is(refused.status())).send(request, response);
            case RefundOutcome.ExceedsRefundable exceeding ->
                Problem.of(
                                ProblemType.EXCEEDS_REFUNDABLE,
                                FieldError.body("/amount", "expected: at most " + exceeding.refundable()))
                        .send(request, response);
            case RefundOutcome.Busy _ -> busy().send(request, response);
            case RefundOutcome.DonationNotFound _ ->
                Problem.of(ProblemType.NOT_FOUND).send(request, response);
        }
    }

    private static void accepted(ServerResponse response, Donation donation, long requestEntryId) {
        Refund refund = donation.refundRequestedBy(requestEntryId).orElse(null);
        response.status(Status.ACCEPTED_202);
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeFieldName("refund");
            if (refund == null) {
                json.writeNull();
            } else {
                DonationJson.write(json, refund);
            }
            json.writeFieldName("donation");
            DonationJson.write(json, donation);
            json.writeEndObject();
        });
    }

    private static Problem busy() {
        return Problem.of(ProblemType.DONATION_BUSY).with(Headers.retryAfterSeconds(BUSY_SECONDS));
    }

    private static String is(DonationStatus status) {
        return "The donation is %s.".formatted(status.jsonName());
    }

    static Problem otherCurrency(Donation donation) {
        return Problem.invalid(List.of(FieldError.body(
                "/amount/currency",
                "expected: the donation's, " + donation.amount().currencyCode())));
    }
}
