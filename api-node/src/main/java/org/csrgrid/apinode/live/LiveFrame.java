package org.csrgrid.apinode.live;

import java.util.Optional;
import org.csrgrid.apinode.stream.EventFrames;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.live.CampaignMoved;
import org.csrgrid.grid.live.DonationMoved;
import org.csrgrid.grid.live.JobMoved;
import org.csrgrid.grid.live.LiveEvent;
import org.csrgrid.grid.live.TotalsMoved;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is sent, made into bytes by its first reader and shared by all others. Safe for use by many threads.
 */
final class LiveFrame {

    private final LivePosition position;
    private final LiveEvent event;
    private final Donors donors;
    private volatile byte @Nullable [] named;
    private volatile byte @Nullable [] nameless;

    /** Finds people who gave. */
    @FunctionalInterface
    interface Donors {
        Optional<User> find(long id);
    }

    LiveFrame(LivePosition position, LiveEvent event, Donors donors) {
        this.position = position;
        this.event = event;
        this.donors = donors;
    }

    LivePosition position() {
        return position;
    }

    LiveEvent event() {
        return event;
    }

    /** Whether this says all the other one does, and is newer. */
    boolean replaces(LiveFrame older) {
        return switch (event) {
            case TotalsMoved moved ->
                older.event instanceof TotalsMoved before && before.campaignId() == moved.campaignId();
            case CampaignMoved moved ->
                older.event instanceof CampaignMoved before && before.campaignId() == moved.campaignId();
            case DonationMoved moved ->
                older.event instanceof DonationMoved before
                        && before.donationId().equals(moved.donationId());
            case JobMoved moved ->
                older.event instanceof JobMoved before && before.jobId().equals(moved.jobId());
            default -> false;
        };
    }

    /** @param names whether the reader sees who gave, unless the donor hides it; may ask the grid for that */
    byte[] bytes(boolean names) {
        byte[] made = names ? named : nameless;
        if (made == null) {
            made = EventFrames.event(
                    position.toString(),
                    LiveJson.name(event),
                    LiveJson.data(event, names ? donors : _ -> Optional.empty()));
            if (names) {
                named = made;
            } else {
                nameless = made;
            }
        }
        return made;
    }
}
