package org.csrgrid.bench.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the API and the webhook receiver have said yes to, and every answer that should not have come. Safe for use by many threads. */
final class Promises {

    private final Map<String, String> donationsByKey = new ConcurrentHashMap<>();
    private final List<String> donations = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> refunds = ConcurrentHashMap.newKeySet();
    private final Set<String> webhooks = ConcurrentHashMap.newKeySet();
    private final Set<String> wrongs = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

    /** A donation's public id, under the key it was asked for with; a second id under the same key is a wrong. */
    void donated(String key, String publicId) {
        String earlier = donationsByKey.putIfAbsent(key, publicId);
        if (earlier == null) {
            donations.add(publicId);
        } else if (!earlier.equals(publicId)) {
            wrong("key %s made the donations %s and %s (expected: one)".formatted(key, earlier, publicId));
        }
    }

    void refunded(String requestId) {
        refunds.add(requestId);
    }

    void received(String eventId) {
        webhooks.add(eventId);
    }

    void wrong(String what) {
        wrongs.add(what);
    }

    /** Counts an answer, such as "donate 201". */
    void count(String answer) {
        answers.computeIfAbsent(answer, _ -> new LongAdder()).increment();
    }

    /** One of the donations made so far, null if there is none. */
    @Nullable
    String anyDonation(RandomGenerator random) {
        int count = donations.size();
        return count == 0 ? null : donations.get(random.nextInt(count));
    }

    int donationCount() {
        return donations.size();
    }

    /** Ledger ids of the refund requests. */
    Set<String> refunds() {
        return Set.copyOf(refunds);
    }

    /** Ids of events of the gateway. */
    Set<String> webhooks() {
        return Set.copyOf(webhooks);
    }

    List<String> wrongs() {
        return wrongs.stream().sorted().limit(20).toList();
    }

    Map<String, Long> answers() {
        Map<String, Long> counts = new TreeMap<>();
        answers.forEach((answer, count) -> counts.put(answer, count.sum()));
        return counts;
    }

    Path writeDonations(Path file) {
        try {
            return Files.write(file, List.copyOf(donations));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
