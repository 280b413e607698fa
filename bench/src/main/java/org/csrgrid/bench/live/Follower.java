package org.csrgrid.bench.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import org.HdrHistogram.Histogram;

/** One reader: how many totals it was told, the last of them, and how late they were. Read by one thread, asked by others. */
final class Follower {

    private static final String TOTALS = "event:totals";
    private static final String AT = "\"at\":\"";
    private static final String DONATIONS = "\"donations\":";

    private final SocketChannel channel;
    private final Histogram lag = new Histogram(2);
    private String rest = "";
    private volatile int totals;
    private volatile long donations = -1;
    private volatile boolean lost;

    Follower(SocketChannel channel) {
        this.channel = channel;
    }

    /** Takes in what has arrived; false if the stream has ended. */
    boolean read(ByteBuffer room) throws IOException {
        room.clear();
        int count;
        try {
            count = channel.read(room);
        } catch (IOException broken) {
            count = -1;
        }
        if (count < 0) {
            lost = true;
            channel.close();
            return false;
        }
        Instant now = Instant.now();
        String text = rest + new String(room.array(), 0, count, ISO_8859_1);
        int end = text.lastIndexOf("\n\n");
        if (end < 0) {
            rest = text;
            return true;
        }
        rest = text.substring(end + 2);
        for (String event : text.substring(0, end).split("\n\n")) {
            if (event.contains(TOTALS)) {
                take(event, now);
            }
        }
        return true;
    }

    private void take(String event, Instant now) {
        Instant at = Instant.parse(between(event, AT, '"'));
        donations = Long.parseLong(between(event, DONATIONS, ','));
        synchronized (lag) {
            lag.recordValue(Math.max(0, Duration.between(at, now).toMillis()));
        }
        totals = totals + 1;
    }

    private static String between(String text, String start, char end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    /** Adds what was measured since the last time. */
    void addLagTo(Histogram sum) {
        synchronized (lag) {
            sum.add(lag);
            lag.reset();
        }
    }

    int totals() {
        return totals;
    }

    /** How many donations the last total was of, -1 before the first. */
    long donations() {
        return donations;
    }

    boolean isLost() {
        return lost;
    }

    void close() throws IOException {
        channel.close();
    }
}
