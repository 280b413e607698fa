/** Locks with a lease, a fencing token and waiters in order. */
@NullMarked
package org.csrgrid.domain.lock;

import org.jspecify.annotations.NullMarked;
