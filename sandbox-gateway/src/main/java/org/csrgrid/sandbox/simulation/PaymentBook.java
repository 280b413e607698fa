package org.csrgrid.sandbox.simulation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.csrgrid.sandbox.payment.Decision;
import org.csrgrid.sandbox.payment.EventType;
import org.csrgrid.sandbox.payment.Payment;
import org.jspecify.annotations.Nullable;

/**
 * Every payment the gateway knows. Changes happen one at a time, each in the log before it is visible, so the log's
 * order is the order of changes, and whoever pages through the list never misses a payment that comes in meanwhile.
 * Reads do not wait. Safe for use by several threads.
 */
public final class PaymentBook {
    private final Clock clock;
    private final Timing timing;
    private final ChangeLog log;
    private final SortableIds ids;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Payment> payments = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<String> paymentIds = new ConcurrentSkipListSet<>();
    private final Map<String, List<String>> idsByReference = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final EventBook events = new EventBook();

    private record Answer(String fingerprint, Outcome.Applied outcome) {}

    /** An empty book that keeps its changes in the log. */
    public PaymentBook(Clock clock, Timing timing, ChangeLog log) {
        this.clock = clock;
        this.timing = timing;
        this.log = log;
        this.ids = new SortableIds(clock);
    }

    /** Where an earlier life is played back, before the first new change. */
    public Past past() {
        return new Past() {
            @Override
            public void changed(Change change) {
                ids.behind(change.payment().id());
                change.event().ifPresent(event -> ids.behind(event.id()));
                remember(change);
            }

            @Override
            public void delivered(String eventId) {
                events.settle(eventId);
            }
        };
    }

    /** The payment as it is now. */
    public Optional<Payment> find(String paymentId) {
        return Optional.ofNullable(payments.get(paymentId));
    }

    /** The payments with this reference, oldest first. */
    public List<Payment> withReference(String reference) {
        return present(idsByReference.getOrDefault(reference, List.of()).stream());
    }

    /** The oldest payments that came after the given one, or the very oldest; at most so many. */
    public List<Payment> after(@Nullable String paymentId, int limit) {
        Collection<String> later = paymentId == null ? paymentIds : paymentIds.tailSet(paymentId, false);
        return present(later.stream().limit(limit));
    }

    /** The events of a payment, oldest first. */
    public List<Event> eventsOf(String paymentId) {
        return events.ofPayment(paymentId);
    }

    public Optional<Event> event(String eventId) {
        return events.find(eventId);
    }

    public int size() {
        return payments.size();
    }

    public int undeliveredEvents() {
        return events.undeliveredCount();
    }

    /** Marks that an event needs no further delivery. */
    public void delivered(String eventId) {
        lock.lock();
        try {
            if (events.settle(eventId)) {
                log.delivered(eventId);
            }
        } finally {
            lock.unlock();
        }
    }

    Collection<Payment> all() {
        return Collections.unmodifiableCollection(payments.values());
    }

    List<Event> undelivered() {
        return events.undelivered();
    }

    Instant now() {
        return clock.instant();
    }

    /** A fresh id for a part of a payment. */
    String newId(String prefix) {
        return ids.next(prefix);
    }

    /** Adds a payment; the rule gets its id and the time. */
    Outcome create(Optional<IdempotentRequest> request, BiFunction<String, Instant, Decision.Changed> rule) {
        return once(request, () -> accept(rule.apply(ids.next("pay_"), clock.instant()), request));
    }

    /** Lets a payment take the step the rule allows. */
    Outcome change(String paymentId, Optional<IdempotentRequest> request, Function<Payment, Decision> rule) {
        return once(request, () -> {
            Payment payment = payments.get(paymentId);
            return payment == null
                    ? new Outcome.NotFound("There is no payment %s.".formatted(paymentId))
                    : decided(payment, rule.apply(payment), request);
        });
    }

    private Outcome once(Optional<IdempotentRequest> request, Supplier<Outcome> step) {
        lock.lock();
        try {
            return request.flatMap(this::earlierAnswer).orElseGet(step);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Outcome> earlierAnswer(IdempotentRequest request) {
        Answer answer = answers.get(request.identity());
        if (answer == null) {
            return Optional.empty();
        }
        return Optional.of(
                answer.fingerprint().equals(request.fingerprint())
                        ? answer.outcome()
                        : new Outcome.Unprocessable("The Idempotency-Key was used with another body."));
    }

    private Outcome decided(Payment payment, Decision decision, Optional<IdempotentRequest> request) {
        return switch (decision) {
            case Decision.Changed changed -> accept(changed, request);
            case Decision.Unchanged(String subject) -> new Outcome.Applied(payment, subject, false, null);
            case Decision.Conflict(String detail) -> new Outcome.Conflict(detail);
            case Decision.ExceedsRemaining(String detail) -> new Outcome.Unprocessable(detail);
            case Decision.NoSuchPart(String detail) -> new Outcome.NotFound(detail);
        };
    }

    private Outcome accept(Decision.Changed changed, Optional<IdempotentRequest> request) {
        Payment payment = changed.payment();
        Event event = changed.event() == null ? null : newEvent(changed.event(), payment);
        Change change = new Change(payment, Optional.ofNullable(event), request, changed.subject());
        log.changed(change);
        remember(change);
        return new Outcome.Applied(payment, changed.subject(), true, event);
    }

    private Event newEvent(EventType type, Payment payment) {
        Instant now = clock.instant();
        return new Event(
                ids.next("evt_"), type, now, now.plus(timing.untilWebhook(payment.behaviour(), type)), payment);
    }

    private void remember(Change change) {
        Payment payment = change.payment();
        if (payments.put(payment.id(), payment) == null) {
            paymentIds.add(payment.id());
            idsByReference.merge(
                    payment.request().reference(), List.of(payment.id()), (earlier, added) -> Stream.concat(
                                    earlier.stream(), added.stream())
                            .toList());
        }
        change.event().ifPresent(events::add);
        change.request()
                .ifPresent(request -> answers.put(
                        request.identity(),
                        new Answer(
                                request.fingerprint(), new Outcome.Applied(payment, change.subject(), false, null))));
    }

    private List<Payment> present(Stream<String> found) {
        return found.map(payments::get).filter(Objects::nonNull).toList();
    }
}
