package org.csrgrid.sandbox.simulation;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.csrgrid.sandbox.payment.Decision;
import org.csrgrid.sandbox.payment.Money;
import org.csrgrid.sandbox.payment.Payment;
import org.csrgrid.sandbox.payment.PaymentRequest;
import org.csrgrid.sandbox.payment.PaymentRules;
import org.csrgrid.sandbox.payment.PaymentStatus;
import org.csrgrid.sandbox.payment.Refund;
import org.csrgrid.sandbox.payment.RefundStatus;

/**
 * The steps clients and payers may ask for, and the ones the simulated bank takes by itself a little later. Safe for
 * use by several threads; nothing here waits for a receiver.
 */
public final class Simulation {
    private final PaymentBook book;
    private final Timing timing;
    private final Timer timer;
    private final Consumer<Event> receivers;

    /** Tells {@code receivers} each event once per process life; it must not block. */
    public Simulation(PaymentBook book, Timing timing, Timer timer, Consumer<Event> receivers) {
        this.book = book;
        this.timing = timing;
        this.timer = timer;
        this.receivers = receivers;
    }

    /** Takes up what an earlier life left half done: bank answers that were awaited, events that were not delivered. */
    public void resume() {
        book.undelivered().forEach(receivers);
        for (Payment payment : book.all()) {
            if (payment.status() == PaymentStatus.PROCESSING) {
                settleLater(payment);
            }
            payment.refunds().stream()
                    .filter(refund -> refund.status() == RefundStatus.PENDING)
                    .forEach(refund -> settleLater(payment, refund));
        }
    }

    public Outcome create(PaymentRequest wish, Optional<IdempotentRequest> request) {
        Outcome outcome = book.create(request, (id, now) -> PaymentRules.create(id, wish, now));
        if (outcome instanceof Outcome.Applied applied && applied.fresh()) {
            publish(applied);
            settleLater(applied.payment());
        }
        return outcome;
    }

    public Outcome cancel(String paymentId, Optional<IdempotentRequest> request) {
        return step(paymentId, request, PaymentRules::cancel);
    }

    /** The payer pays on the checkout page; harmless if the page was used before. */
    public Outcome approve(String paymentId) {
        Outcome outcome = step(paymentId, Optional.empty(), PaymentRules::approve);
        if (outcome instanceof Outcome.Applied applied && applied.fresh()) {
            settleLater(applied.payment());
        }
        return outcome;
    }

    /** The payer declines on the checkout page; harmless if the page was used before. */
    public Outcome decline(String paymentId) {
        return step(paymentId, Optional.empty(), PaymentRules::decline);
    }

    public Outcome refund(String paymentId, Money amount, Optional<IdempotentRequest> request) {
        String refundId = book.newId("ref_");
        String reference = request.map(IdempotentRequest::key).orElse(null);
        Outcome outcome = step(
                paymentId, request, payment -> PaymentRules.refund(payment, refundId, amount, reference, book.now()));
        if (outcome instanceof Outcome.Applied applied && applied.fresh()) {
            applied.payment().refund(refundId).ifPresent(refund -> settleLater(applied.payment(), refund));
        }
        return outcome;
    }

    public Outcome openDispute(String paymentId, Optional<IdempotentRequest> request) {
        String disputeId = book.newId("dsp_");
        return step(paymentId, request, payment -> PaymentRules.openDispute(payment, disputeId));
    }

    public Outcome resolveDispute(
            String paymentId, String disputeId, boolean won, Optional<IdempotentRequest> request) {
        return step(paymentId, request, payment -> PaymentRules.resolveDispute(payment, disputeId, won));
    }

    private Outcome step(String paymentId, Optional<IdempotentRequest> request, Function<Payment, Decision> rule) {
        Outcome outcome = book.change(paymentId, request, rule);
        if (outcome instanceof Outcome.Applied applied) {
            publish(applied);
        }
        return outcome;
    }

    private void publish(Outcome.Applied applied) {
        if (applied.event() != null) {
            receivers.accept(applied.event());
        }
    }

    private void settleLater(Payment payment) {
        timer.after(
                timing.untilSettled(payment.behaviour()),
                () -> step(payment.id(), Optional.empty(), PaymentRules::settle));
    }

    private void settleLater(Payment payment, Refund refund) {
        timer.after(
                timing.settle(),
                () -> step(payment.id(), Optional.empty(), latest -> PaymentRules.settleRefund(latest, refund.id())));
    }
}
