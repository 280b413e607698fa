package org.csrgrid.grid.job.directory;

import org.jspecify.annotations.Nullable;

/** @param batch null if there is none */
public record FoundBatch(@Nullable BatchReport batch) {}
