package org.csrgrid.grid.job.filter;

import org.jspecify.annotations.Nullable;

/**
 * What a part of a bulk change did.
 *
 * @param changed how many jobs; others were not, or no longer, as they have to be for it
 * @param next where the next part begins, null if this was the last
 */
public record ChangedJobs(int changed, @Nullable String next) {}
