/** Rate limits of jobs, counted by all members together. */
@NullMarked
package org.csrgrid.gridnode.job.rate;

import org.jspecify.annotations.NullMarked;
