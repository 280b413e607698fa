package org.csrgrid.gridnode.job.schedule;

/** A schedule that cannot be: its cron cannot be read or never fires, or its name is taken. */
public final class InvalidScheduleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidScheduleException(String message) {
        super(message);
    }
}
