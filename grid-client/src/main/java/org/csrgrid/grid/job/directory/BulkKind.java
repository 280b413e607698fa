package org.csrgrid.grid.job.directory;

import java.util.Locale;
import org.csrgrid.grid.job.filter.BulkAction;

/** What operators do to many jobs at once. The lower-case names are JSON. */
public enum BulkKind {
    /** Dead jobs begin again. */
    RETRY(BulkAction.RETRY, "state:dead"),
    /** Jobs that wait or run are cancelled. */
    CANCEL(BulkAction.CANCEL, "state:ready,scheduled,running"),
    /** Dead jobs are gone. */
    FORGET(BulkAction.FORGET, "state:dead"),
    /** Whatever is over is gone. */
    PRUNE(BulkAction.FORGET, "state:dead,succeeded,cancelled");

    private final BulkAction action;
    private final String states;

    BulkKind(BulkAction action, String states) {
        this.action = action;
        this.states = states;
    }

    BulkAction action() {
        return action;
    }

    /** The filter for those of its jobs that this is for. */
    String narrow(String filter) {
        return filter + " " + states;
    }

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
