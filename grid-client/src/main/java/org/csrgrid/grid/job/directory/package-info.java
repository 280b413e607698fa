/** Looking for jobs, acting on them, and the channels, schedules and batches they belong to. */
@NullMarked
package org.csrgrid.grid.job.directory;

import org.jspecify.annotations.NullMarked;
