package org.csrgrid.grid.job.directory;

import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/** @param job null if there is none */
public record ArchivedJob(@Nullable Job job) {}
