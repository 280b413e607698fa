package org.csrgrid.domain.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AllowanceProperties {

    private static final long LIMIT = 10_000;

    /** One step of some donation's match: what it does is chosen by the remainder. */
    @Property
    void no_order_of_holds_releases_and_counts_uses_more_than_the_limit(
            @ForAll @Size(max = 200) List<@IntRange(max = 1_000_000) Integer> steps) {
        Allowance allowance = Allowance.NONE;
        Map<Long, Long> counted = new HashMap<>();
        for (int step : steps) {
            long donation = step % 17;
            if (counted.containsKey(donation)) {
                allowance = allowance.count(donation, donation, counted.get(donation));
            } else {
                switch (step % 3) {
                    case 0 -> allowance = allowance.hold(donation, step % 2_000, LIMIT);
                    case 1 -> allowance = allowance.release(donation);
                    default -> {
                        counted.put(donation, allowance.heldBy(donation));
                        allowance = allowance.count(donation, donation, allowance.heldBy(donation));
                    }
                }
            }
            long held = allowance.held().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(allowance.used() + held).isBetween(0L, LIMIT);
        }
        assertThat(allowance.used())
                .isEqualTo(counted.values().stream().mapToLong(Long::longValue).sum());
    }

    @Property(tries = 50)
    void concurrent_holds_never_grant_more_than_the_limit(
            @ForAll @Size(min = 2, max = 64) List<@IntRange(min = 1, max = 2_000) Integer> wanted) {
        var allowance = new AtomicReference<>(Allowance.NONE);

        IntStream.range(0, wanted.size())
                .parallel()
                .forEach(donation ->
                        allowance.updateAndGet(current -> current.hold(donation, wanted.get(donation), LIMIT)));

        long granted = allowance.get().held().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long sum = wanted.stream().mapToLong(Integer::longValue).sum();
        assertThat(granted).isEqualTo(Math.min(sum, LIMIT));
    }
}
