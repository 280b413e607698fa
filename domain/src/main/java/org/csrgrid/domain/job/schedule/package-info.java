/** Work that begins by the clock: what is remembered about it, and what becomes of runs nobody was there for. */
@NullMarked
package org.csrgrid.domain.job.schedule;

import org.jspecify.annotations.NullMarked;
