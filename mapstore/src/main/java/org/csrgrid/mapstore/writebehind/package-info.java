/** Idempotent, version-guarded batches behind the write-behind stores, with a dead-letter table for rows nobody can store. */
@NullMarked
package org.csrgrid.mapstore.writebehind;

import org.jspecify.annotations.NullMarked;
