package org.csrgrid.apinode.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csrgrid.grid.live.LiveEvent;

/**
 * Up to where a reader has seen a ring's events; the id of an event.
 *
 * @param number events before and with it, 0 for none
 * @param micros the event's time, so that the same number after the ring began anew is known for another; 0 for none
 */
record LivePosition(long number, long micros) {

    static final LivePosition NONE = new LivePosition(0, 0);

    /** No position any event has. */
    static final LivePosition UNKNOWN = new LivePosition(0, -2);

    private static final int RADIX = 36;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-([0-9a-z]{1,12})");

    static LivePosition of(long sequence, LiveEvent event) {
        return new LivePosition(sequence + 1, ChronoUnit.MICROS.between(Instant.EPOCH, event.at()));
    }

    /** Empty if it is none of ours. */
    static Optional<LivePosition> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new LivePosition(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2), RADIX)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return number + "-" + Long.toString(micros, RADIX);
    }
}
