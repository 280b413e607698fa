package org.csrgrid.grid.job.directory;

import java.util.Locale;
import java.util.Optional;
import org.csrgrid.domain.job.JobAction;

/** What operators do to many jobs at once. The lower-case names are JSON. */
public enum BulkAction {
    /** Dead jobs begin again. */
    RETRY("state:dead", new JobAction.Retry()),
    /** Jobs that wait or run are cancelled. */
    CANCEL("state:ready,scheduled,running", new JobAction.Cancel()),
    /** Dead jobs are gone. */
    FORGET("state:dead", new JobAction.Forget()),
    /** Whatever is over is gone. */
    PRUNE("state:dead,succeeded,cancelled", new JobAction.Forget());

    private final String states;
    private final JobAction action;

    BulkAction(String states, JobAction action) {
        this.states = states;
        this.action = action;
    }

    /** The filter for those of its jobs that this is for. */
    String narrow(String filter) {
        return filter + " " + states;
    }

    JobAction action() {
        return action;
    }

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BulkAction> fromJsonName(String name) {
        for (BulkAction action : values()) {
            if (action.jsonName().equals(name)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
