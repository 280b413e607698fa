package org.csrgrid.config.binding;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of durations: a whole number and one unit, {@code 250ms}, {@code 5s}, {@code 10m}, {@code 1h}, {@code 7d}. */
final class DurationText {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");
    /** Short enough for neighbours that count seconds in an int. */
    private static final Duration LONGEST = Duration.ofDays(10_000);

    private DurationText() {}

    static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("duration: \"%s\" (expected: such as 5s)".formatted(text));
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration duration =
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                };
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("duration: \"%s\" (expected: at most 10000d)".formatted(text));
        }
        return duration;
    }
}
