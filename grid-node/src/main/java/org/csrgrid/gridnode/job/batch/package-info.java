/** Batches on the member's side: reporting ends, and looking after batches whose member died. */
@NullMarked
package org.csrgrid.gridnode.job.batch;

import org.jspecify.annotations.NullMarked;
