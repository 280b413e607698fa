/** Group commit: many waiting callers share one transaction of append-only rows. */
@NullMarked
package org.csrgrid.mapstore.commit;

import org.jspecify.annotations.NullMarked;
