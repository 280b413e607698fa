package org.csrgrid.domain.job.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may happen to a schedule. Each is harmless when repeated. */
public sealed interface ScheduleChange {

    /** A member knows it; the first time counts. */
    record Begin(Instant now) implements ScheduleChange {}

    /** @param fired the latest of the fire times that got a job, null if none did */
    record Account(Instant until, @Nullable Instant fired) implements ScheduleChange {}

    record SetBack(Instant now) implements ScheduleChange {}

    record Pause() implements ScheduleChange {}

    record Resume(Instant now) implements ScheduleChange {}

    record Request(Instant now) implements ScheduleChange {}

    record Grant(Instant request) implements ScheduleChange {}

    /** The schedule afterwards, the same object if nothing changes; null if nobody has heard of it. */
    default @Nullable ScheduleState applyTo(String name, @Nullable ScheduleState before) {
        if (before == null) {
            return this instanceof Begin begin ? ScheduleState.begun(name, begin.now) : null;
        }
        return switch (this) {
            case Begin _ -> before;
            case Account account -> before.accounted(account.until, account.fired);
            case SetBack back -> before.setBack(back.now);
            case Pause _ -> before.pause();
            case Resume resume -> before.resume(resume.now);
            case Request request -> before.request(request.now);
            case Grant grant -> before.granted(grant.request);
        };
    }
}
