/** Batches: starting them, watching them, counting their jobs' ends. */
@NullMarked
package org.csrgrid.grid.job.batch;

import org.jspecify.annotations.NullMarked;
