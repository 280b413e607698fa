/** Schedules: looking at them, pausing them, running them now. */
@NullMarked
package org.csrgrid.grid.job.schedule;

import org.jspecify.annotations.NullMarked;
