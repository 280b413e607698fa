package org.csrgrid.domain.job.filter;

import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/** What of a job is text. */
public enum TextField {
    ID,
    NAME,
    BATCH,
    ERROR;

    /** The job's text there, null if it has none. */
    @Nullable
    String of(Job job) {
        return switch (this) {
            case ID -> job.id();
            case NAME -> job.name();
            case BATCH -> batchOf(job);
            case ERROR -> job.lastError();
        };
    }

    private static @Nullable String batchOf(Job job) {
        BatchPlace place = job.request().batch();
        return place == null ? null : place.batchId();
    }
}
