package org.csrgrid.sandbox.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.sandbox.payment.Behaviour;

/** Every event there was, and which of them still have to reach their receiver. Safe for use by several threads. */
final class EventBook {
    private final Map<String, Event> events = new ConcurrentHashMap<>();
    private final Map<String, List<Event>> byPayment = new ConcurrentHashMap<>();
    private final Map<String, Event> undelivered = new ConcurrentHashMap<>();

    void add(Event event) {
        events.put(event.id(), event);
        byPayment.merge(event.payment().id(), List.of(event), EventBook::joined);
        if (event.payment().behaviour() != Behaviour.SENDS_NO_WEBHOOKS) {
            undelivered.put(event.id(), event);
        }
    }

    /** Marks an event as needing no further delivery; false if it needed none. */
    boolean settle(String eventId) {
        return undelivered.remove(eventId) != null;
    }

    Optional<Event> find(String eventId) {
        return Optional.ofNullable(events.get(eventId));
    }

    List<Event> ofPayment(String paymentId) {
        return byPayment.getOrDefault(paymentId, List.of());
    }

    /** Oldest first. */
    List<Event> undelivered() {
        return undelivered.values().stream()
                .sorted(Comparator.comparing(Event::id))
                .toList();
    }

    int undeliveredCount() {
        return undelivered.size();
    }

    private static List<Event> joined(List<Event> first, List<Event> second) {
        List<Event> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
