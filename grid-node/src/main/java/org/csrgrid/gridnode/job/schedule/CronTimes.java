package org.csrgrid.gridnode.job.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The instants a cron stands for in a time zone. The library finds the times on the wall; what the clocks' changes make of them is decided here:
 *
 * <ul>
 *   <li>a time that is left out in spring fires when the clocks go forward, several of them together once;
 *   <li>a time that comes twice in autumn fires at its first, unless the cron runs in every hour: then it fires in both.
 * </ul>
 *
 * <p>Immutable.
 */
final class CronTimes {

    private final String text;
    private final ZoneId zone;
    private final ExecutionTime onTheWall;
    private final boolean everyHour;

    private CronTimes(String text, ZoneId zone, Cron cron) {
        this.text = text;
        this.zone = zone;
        onTheWall = ExecutionTime.forCron(cron);
        everyHour = cron.retrieve(CronFieldName.HOUR).getExpression() instanceof Always;
    }

    /**
     * @param schedule whose cron it is, for the message
     * @param cron five fields as Unix has them, or six or seven as Quartz has them
     * @throws InvalidScheduleException if it cannot be read or never fires
     */
    static CronTimes parse(String schedule, String cron, ZoneId zone) {
        boolean unix = cron.strip().split("\\s+").length == 5;
        CronType type = unix ? CronType.UNIX : CronType.QUARTZ;
        CronTimes times;
        try {
            Cron parsed = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type)).parse(cron);
            times = new CronTimes(cron, zone, parsed);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidScheduleException(
                    "cron of schedule %s: \"%s\" (expected: 5 Unix fields or 6..7 Quartz fields; %s)"
                            .formatted(schedule, cron, unreadable.getMessage()));
        }
        if (times.nextOnTheWall(LocalDateTime.of(1970, 1, 1, 0, 0)).isEmpty()) {
            throw new InvalidScheduleException(
                    "cron of schedule %s: \"%s\" never fires (expected: a date that exists)".formatted(schedule, cron));
        }
        return times;
    }

    String text() {
        return text;
    }

    ZoneId zone() {
        return zone;
    }

    /** The first fire time after an instant; empty if there is none any more. */
    Optional<Instant> nextAfter(Instant instant) {
        Instant best = null;
        Optional<LocalDateTime> wall = nextOnTheWall(startOnTheWall(instant));
        while (wall.isPresent()) {
            LocalDateTime time = wall.get();
            Instant first = first(time);
            for (Instant candidate : instants(time, first)) {
                if (candidate.isAfter(instant) && (best == null || candidate.isBefore(best))) {
                    best = candidate;
                }
            }
            if (best != null && !first.isBefore(best)) {
                return Optional.of(best);
            }
            wall = nextOnTheWall(time);
        }
        return Optional.ofNullable(best);
    }

    /** The latest fire times after {@code from} up to and with {@code to}, at most so many, oldest first. */
    List<Instant> latest(Instant from, Instant to, int most) {
        Deque<Instant> latest = new ArrayDeque<>();
        for (long seconds = 60; ; seconds *= 30) {
            Instant reach = to.minusSeconds(seconds);
            boolean whole = !reach.isAfter(from);
            latest.clear();
            Optional<Instant> fire = nextAfter(whole ? from : reach);
            while (fire.isPresent() && !fire.get().isAfter(to)) {
                latest.addLast(fire.get());
                if (latest.size() > most) {
                    latest.removeFirst();
                }
                fire = nextAfter(fire.get());
            }
            if (whole || latest.size() == most) {
                return List.copyOf(latest);
            }
        }
    }

    /** Inside an hour that comes twice, the search begins with that hour, because its times may still come for the second time. */
    private LocalDateTime startOnTheWall(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isOverlap() ? change.getDateTimeAfter().minusSeconds(1) : local;
    }

    private Instant first(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : ZonedDateTime.of(time, zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private List<Instant> instants(LocalDateTime time, Instant first) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isOverlap() && everyHour
                ? List.of(first, time.toInstant(change.getOffsetAfter()))
                : List.of(first);
    }

    private Optional<LocalDateTime> nextOnTheWall(LocalDateTime after) {
        return onTheWall.nextExecution(after.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }
}
