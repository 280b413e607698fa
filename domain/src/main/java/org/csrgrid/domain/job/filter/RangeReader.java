package org.csrgrid.domain.job.filter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csrgrid.domain.job.filter.Condition.Between;

/** Reads numbers and times as the range of microseconds or units they stand for: a date is a whole day, everything else one point. */
final class RangeReader {

    private static final Pattern RELATIVE = Pattern.compile("([+-])(\\d{1,6})([smhdw])");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final Instant now;

    private record Span(long first, long last) {}

    RangeReader(Instant now) {
        this.now = now;
    }

    String expected(NumberField field) {
        return field.isTime()
                ? "a date like 2026-11-01, an instant like 2026-11-01T10:00:00Z, or a time from now like -2h"
                : "a whole number";
    }

    Between range(NumberField field, String operator, FilterScanner.Value value) {
        Span span = field.isTime() ? time(field, value) : number(field, value);
        return switch (operator) {
            case "<" -> below(field, span.first);
            case "<=" -> new Between(field, Long.MIN_VALUE, span.last);
            case ">" -> above(field, span.last);
            case ">=" -> new Between(field, span.first, Long.MAX_VALUE);
            default -> new Between(field, span.first, span.last);
        };
    }

    private static Between below(NumberField field, long first) {
        return first == Long.MIN_VALUE
                ? new Between(field, first + 1, first)
                : new Between(field, Long.MIN_VALUE, first - 1);
    }

    private static Between above(NumberField field, long last) {
        return last == Long.MAX_VALUE
                ? new Between(field, last, last - 1)
                : new Between(field, last + 1, Long.MAX_VALUE);
    }

    private Span number(NumberField field, FilterScanner.Value value) {
        if (!NUMBER.matcher(value.text()).matches()) {
            throw refuse(field, value);
        }
        try {
            long number = Long.parseLong(value.text());
            return new Span(number, number);
        } catch (NumberFormatException tooLarge) {
            throw refuse(field, value);
        }
    }

    private Span time(NumberField field, FilterScanner.Value value) {
        try {
            if (DATE.matcher(value.text()).matches()) {
                LocalDate day = LocalDate.parse(value.text());
                return new Span(
                        NumberField.microsOf(day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                        NumberField.microsOf(day.plusDays(1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant())
                                - 1);
            }
            Matcher relative = RELATIVE.matcher(value.text());
            Instant instant = relative.matches()
                    ? relative(relative)
                    : OffsetDateTime.parse(value.text()).toInstant();
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw refuse(field, value);
            }
            long micros = NumberField.microsOf(instant);
            return new Span(micros, micros);
        } catch (DateTimeException unfit) {
            throw refuse(field, value);
        }
    }

    private Instant relative(Matcher relative) {
        long amount = Long.parseLong(relative.group(2));
        Duration distance =
                switch (relative.group(3)) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    case "d" -> Duration.ofDays(amount);
                    default -> Duration.ofDays(7 * amount);
                };
        return relative.group(1).equals("-") ? now.minus(distance) : now.plus(distance);
    }

    private JobFilterSyntaxException refuse(NumberField field, FilterScanner.Value value) {
        return new JobFilterSyntaxException(value.position(), value.text(), expected(field));
    }
}
