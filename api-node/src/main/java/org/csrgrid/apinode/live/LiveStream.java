package org.csrgrid.apinode.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.grid.live.TotalsMoved;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the reader of one stream: a bounded queue in which newer news replace older ones of the same thing. Filled by any thread, emptied by the
 * one that made it.
 */
final class LiveStream {

    /** A burst of news may fill the queue of a reader that reads; one that has not taken a single event for so long does not. */
    private static final long FULL_FOR_NANOS = Duration.ofSeconds(1).toNanos();

    private final LiveTopic topic;
    private final long personId;
    private final int most;
    private final Thread reader = Thread.currentThread();
    private final ArrayDeque<LiveFrame> waiting = new ArrayDeque<>(2);
    private long shownVersion = -1;
    private boolean isReset;
    private boolean isWriting;
    private long writingSince;
    private boolean isTooSlow;
    private volatile boolean isEnded;

    /** @param personId 0 for somebody not signed in */
    LiveStream(LiveTopic topic, long personId, int most) {
        this.topic = topic;
        this.personId = personId;
        this.most = most;
    }

    LiveTopic topic() {
        return topic;
    }

    long personId() {
        return personId;
    }

    /** Adds news. Never blocks. More than there is room for is forgotten, and the reader told so, or dropped if it does not read at all. */
    synchronized void offer(LiveFrame frame) {
        if (isTooSlow) {
            return;
        }
        waiting.removeIf(frame::replaces);
        if (waiting.size() < most) {
            waiting.add(frame);
            LockSupport.unpark(reader);
        } else if (isWriting && System.nanoTime() - writingSince > FULL_FOR_NANOS) {
            isTooSlow = true;
            waiting.clear();
            reader.interrupt();
        } else {
            reset();
        }
    }

    /** Notes that the reader is to be shown this; false if it was shown newer: on a campaign's stream totals never go back to what was so before. */
    synchronized boolean show(LiveFrame frame) {
        if (!(topic instanceof LiveTopic.OneCampaign && frame.event() instanceof TotalsMoved moved)) {
            return true;
        }
        if (moved.version() <= shownVersion) {
            return false;
        }
        shownVersion = moved.version();
        return true;
    }

    /** Something was missed: the reader is to read anew. */
    synchronized void reset() {
        waiting.clear();
        isReset = true;
        shownVersion = -1;
        LockSupport.unpark(reader);
    }

    /** Whether the reader has to be told to read anew; asking forgets it. */
    synchronized boolean takeReset() {
        boolean was = isReset;
        isReset = false;
        return was;
    }

    /** The next news, null if there are none. */
    synchronized @Nullable LiveFrame poll() {
        LiveFrame frame = waiting.poll();
        while (frame != null && !show(frame)) {
            frame = waiting.poll();
        }
        return frame;
    }

    private synchronized boolean isIdle() {
        return waiting.isEmpty() && !isReset && !isEnded;
    }

    /** Waits for something to do, until then at the latest. */
    void await(long deadlineNanos) throws InterruptedException {
        while (isIdle() && System.nanoTime() - deadlineNanos < 0) {
            LockSupport.parkNanos(this, deadlineNanos - System.nanoTime());
            if (Thread.interrupted()) {
                throw new InterruptedException("the stream is to end");
            }
        }
    }

    /** Says whether the reader's thread is about to write. */
    synchronized void writing(boolean now) {
        isWriting = now;
        writingSince = System.nanoTime();
    }

    /** Whether so much came while nothing could be written that the reader was dropped. */
    synchronized boolean isTooSlow() {
        return isTooSlow;
    }

    /** Has the stream end soon. */
    void end() {
        isEnded = true;
        LockSupport.unpark(reader);
    }

    boolean isEnded() {
        return isEnded;
    }
}
