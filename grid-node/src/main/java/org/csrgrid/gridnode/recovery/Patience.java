package org.csrgrid.gridnode.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.grid.donation.DonationKey;

/** Asks about the same silent payment ever more rarely: after one minute, two, four, up to an hour. Used by one thread. */
final class Patience {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Map<DonationKey, Wait> waits = new HashMap<>();

    private record Wait(Instant next, Duration step) {}

    /** Those of the silent ones it is time to ask about; the others' waits go on, and who is silent no more is forgotten. */
    List<DonationKey> due(Collection<List<DonationKey>> silent, Instant now) {
        List<DonationKey> all = silent.stream().flatMap(List::stream).distinct().toList();
        waits.keySet().retainAll(java.util.Set.copyOf(all));
        return all.stream().filter(donation -> isDue(donation, now)).toList();
    }

    private boolean isDue(DonationKey donation, Instant now) {
        Wait wait = waits.get(donation);
        if (wait != null && wait.next().isAfter(now)) {
            return false;
        }
        Duration step = wait == null ? FIRST : wait.step().multipliedBy(2);
        Duration limited = step.compareTo(LONGEST) > 0 ? LONGEST : step;
        waits.put(donation, new Wait(now.plus(limited), limited));
        return true;
    }
}
