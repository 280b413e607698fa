/** Jobs that belong together: how far they are, and what happens when they are through. */
@NullMarked
package org.csrgrid.domain.job.batch;

import org.jspecify.annotations.NullMarked;
