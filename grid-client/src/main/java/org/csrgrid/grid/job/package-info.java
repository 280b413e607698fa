/** Jobs, their leases and the queues that wake workers. */
@NullMarked
package org.csrgrid.grid.job;

import org.jspecify.annotations.NullMarked;
