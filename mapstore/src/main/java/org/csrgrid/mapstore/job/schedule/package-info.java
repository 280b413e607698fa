/** What is remembered about schedules. */
@NullMarked
package org.csrgrid.mapstore.job.schedule;

import org.jspecify.annotations.NullMarked;
