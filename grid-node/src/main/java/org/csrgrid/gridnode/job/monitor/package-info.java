/** Watching the job channels. */
@NullMarked
package org.csrgrid.gridnode.job.monitor;

import org.jspecify.annotations.NullMarked;
