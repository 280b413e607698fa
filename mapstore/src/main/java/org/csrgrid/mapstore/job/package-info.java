/** Unfinished background work. */
@NullMarked
package org.csrgrid.mapstore.job;

import org.jspecify.annotations.NullMarked;
