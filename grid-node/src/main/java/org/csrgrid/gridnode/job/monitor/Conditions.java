package org.csrgrid.gridnode.job.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.csrgrid.config.settings.MonitorSettings;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.job.ChannelTally;

/** Decides from the looks of the last quarter of an hour what is wrong now. Pure. */
final class Conditions {

    static final Duration RECENT = Duration.ofMinutes(5);
    static final Duration REACH = Duration.ofMinutes(15);

    private static final int JUMP_FACTOR = 3;
    private static final double JUMP_POINTS = 5;

    private final MonitorSettings settings;
    private final Function<Channel, Duration> pickupAlert;

    /** @param pickupAlert how long a channel's jobs may wait */
    Conditions(MonitorSettings settings, Function<Channel, Duration> pickupAlert) {
        this.settings = settings;
        this.pickupAlert = pickupAlert;
    }

    /**
     * The conditions that hold, by name, each with its figures in words.
     *
     * @param looks oldest first, at least one; the last is now
     * @param pausedMillis how long each channel has been paused with jobs waiting
     */
    Map<String, String> of(List<Look> looks, Function<Channel, Long> pausedMillis) {
        Look now = looks.getLast();
        Map<String, String> found = new TreeMap<>();
        for (Channel channel : Channel.values()) {
            waiting(now, channel, found);
            success(looks, channel, found);
            drain(looks, channel, found);
            pause(now, channel, pausedMillis.apply(channel), found);
            deaths(looks, channel, found);
        }
        long letters = now.deadLetters() - looks.getFirst().deadLetters();
        if (letters > 0) {
            found.put("dead-letters", "the database refused %d rows within a quarter of an hour".formatted(letters));
        }
        now.overdueSchedules()
                .forEach(name -> found.put("missed-schedule " + name, "it should have begun by now and has not"));
        return found;
    }

    private void waiting(Look now, Channel channel, Map<String, String> found) {
        Duration waited = Duration.ofMillis(now.oldestWaitMillis(channel));
        if (!now.isPaused(channel) && waited.compareTo(pickupAlert.apply(channel)) > 0) {
            found.put(
                    "long-wait " + channel.jsonName(),
                    "%d jobs wait, the oldest for %d s".formatted(now.waiting(channel), waited.toSeconds()));
        }
    }

    private void success(List<Look> looks, Channel channel, Map<String, String> found) {
        Look now = looks.getLast();
        Look middle = atLeastBefore(looks, RECENT);
        long ended = ended(now, middle, channel);
        if (ended < settings.leastAttempts()) {
            return;
        }
        double failing = 100.0 * failures(now, middle, channel) / ended;
        String figures = "%.1f %% of %d attempts failed within five minutes".formatted(failing, ended);
        if (100 - failing < settings.criticalPercent()) {
            found.put("critical-failures " + channel.jsonName(), figures);
        } else if (100 - failing < settings.warningPercent()) {
            found.put("many-failures " + channel.jsonName(), figures);
        }
        long before = ended(middle, looks.getFirst(), channel);
        double usual = before == 0 ? 0 : 100.0 * failures(middle, looks.getFirst(), channel) / before;
        boolean jumped = failing >= usual * JUMP_FACTOR && failing - usual >= JUMP_POINTS;
        if (before >= settings.leastAttempts() && jumped) {
            found.put("failure-jump " + channel.jsonName(), figures + ", before it were %.1f %%".formatted(usual));
        }
    }

    private void drain(List<Look> looks, Channel channel, Map<String, String> found) {
        Look now = looks.getLast();
        Look then = atLeastBefore(looks, RECENT);
        long millis = now.atMillis() - then.atMillis();
        long left = now.growth(channel, then, ChannelTally::succeeded) + now.growth(channel, then, ChannelTally::dead);
        long waiting = now.waiting(channel);
        if (waiting == 0 || left == 0 || millis == 0) {
            return;
        }
        Duration toDrain = Duration.ofMillis(Math.round((double) waiting * millis / left));
        if (toDrain.compareTo(settings.drainAlert()) > 0) {
            found.put(
                    "slow-drain " + channel.jsonName(),
                    "%d jobs wait; at the present pace that takes %d minutes".formatted(waiting, toDrain.toMinutes()));
        }
    }

    private void pause(Look now, Channel channel, long pausedMillis, Map<String, String> found) {
        if (pausedMillis > settings.pauseAlert().toMillis()) {
            found.put(
                    "stuck-pause " + channel.jsonName(),
                    "paused with %d jobs waiting since %d minutes"
                            .formatted(
                                    now.waiting(channel),
                                    Duration.ofMillis(pausedMillis).toMinutes()));
        }
    }

    private void deaths(List<Look> looks, Channel channel, Map<String, String> found) {
        long died = looks.getLast().growth(channel, looks.getFirst(), ChannelTally::dead);
        if (looks.size() > 1 && died >= settings.deadAlert()) {
            found.put("dead-jobs " + channel.jsonName(), "%d jobs died within a quarter of an hour".formatted(died));
        }
    }

    /** Attempts that were decided; each death counts as one failed attempt. */
    private static long ended(Look now, Look then, Channel channel) {
        return now.growth(channel, then, ChannelTally::succeeded) + failures(now, then, channel);
    }

    private static long failures(Look now, Look then, Channel channel) {
        return now.growth(channel, then, ChannelTally::failed) + now.growth(channel, then, ChannelTally::dead);
    }

    private static Look atLeastBefore(List<Look> looks, Duration span) {
        long latest = looks.getLast().atMillis() - span.toMillis();
        return looks.reversed().stream()
                .filter(look -> look.atMillis() <= latest)
                .findFirst()
                .orElseGet(looks::getFirst);
    }
}
