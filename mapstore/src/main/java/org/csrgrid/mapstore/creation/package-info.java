/** Idempotency keys of requests that create something: rows that are written once. */
@NullMarked
package org.csrgrid.mapstore.creation;

import org.jspecify.annotations.NullMarked;
