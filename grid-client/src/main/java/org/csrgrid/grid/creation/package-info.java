/** Creating things once per person and idempotency key. */
@NullMarked
package org.csrgrid.grid.creation;

import org.jspecify.annotations.NullMarked;
